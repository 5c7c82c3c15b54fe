// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the examples of docs/check-output.md: the files as they stand, the commands, the answers.
 */
class CheckOutputCommandTest {
  private static final Pattern BLOCK =
      Pattern.compile("```(csv|console) ?([a-z.]*)\n(.*?)```", Pattern.DOTALL);

  /** Records that give the table of the document; made up for it. */
  private static final String[][] CELLS = {
    {"north,yes", "40"}, {"north,no", "30"}, {"east,yes", "3"},
    {"east,no", "50"}, {"south,yes", "20"}, {"south,no", "30"}
  };

  @TempDir Path folder;

  @Test
  void theExamplesAnswerAsWritten() throws IOException {
    StringBuilder records = new StringBuilder("region,work\n");
    for (String[] cell : CELLS) {
      records.append((cell[0] + "\n").repeat(Integer.parseInt(cell[1])));
    }
    Files.writeString(folder.resolve("records.csv"), records);
    Files.writeString(folder.resolve("people.csv"), people());
    String document =
        Files.readString(Path.of(System.getProperty("meent.root"), "docs/check-output.md"));
    Matcher block = BLOCK.matcher(document);
    int commands = 0;
    while (block.find()) {
      if (block.group(1).equals("csv")) {
        Files.writeString(folder.resolve(block.group(2)), block.group(3));
      } else {
        commands++;
        run(block.group(3));
      }
    }
    assertThat(commands).isEqualTo(16);
    assertThat(folder.resolve("checked/verdicts.json")).exists();
    assertThat(folder.resolve("checked/report.html")).exists();
  }

  /** The 241 made-up people of the document; whoever lives on the island stands alone. */
  private static String people() {
    StringBuilder people = new StringBuilder("region,work,age,income,months,job,arm,cluster\n");
    for (int i = 0; i < 240; i++) {
      people
          .append(i < 90 ? "north," : i < 170 ? "east," : "south,")
          .append(i % 2 == 0 ? "yes," : "no,")
          .append(20 + i * 7 % 40)
          .append(',')
          .append(1000 + 10 * (i * 37 % 240))
          .append(',')
          .append(1 + i * 11 % 24)
          .append(i % 4 == 0 ? ",0," : ",1,")
          .append(i % 5 < 2 ? "train," : "none,")
          .append(1 + i % 3)
          .append('\n');
    }
    return people.append("island,no,33,9000,24,0,none,1\n").toString();
  }

  @Test
  void theKindCanBeSaid() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "stat,value,n\nmedian,5,40\n");
    assertThat(Spoken.by("check-output", table, "--kind", "positions").out()).contains("positions");
    assertThat(Spoken.by("check-output", table, "--kind", "position").err())
        .contains("Did you mean \"positions\"");
  }

  @Test
  void aFileThatTheRecordsDoNotGiveEndsWithFive() throws IOException {
    Path records = Files.writeString(folder.resolve("records.csv"), "region\na\na\nb\n");
    Path table = Files.writeString(folder.resolve("table.csv"), "region,count\na,2\nb,2\n");
    Spoken said = Spoken.by("check-output", table, "--data", records);
    assertThat(said.exit()).isEqualTo(5);
    assertThat(said.err()).contains("b / all", "3 records");
  }

  @Test
  void badFilesAndUnknownRulesAreRefused() throws IOException {
    Path table = Files.writeString(folder.resolve("table.csv"), "region,count\na,2\nTotal,3\n");
    assertThat(Spoken.by("check-output", table).exit()).isEqualTo(4);
    assertThat(Spoken.by("check-output", table, "--rules", "cbs").err()).contains("cbs-ra");
    assertThat(Spoken.by("check-output").exit()).isEqualTo(2);
    assertThat(Spoken.by("check-output", folder.resolve("none.csv")).exit()).isEqualTo(4);
  }

  private void run(String example) {
    String[] lines = example.split("\n", 2);
    List<Object> words = new ArrayList<>();
    for (String word : lines[0].substring("$ meent ".length()).split(" ", -1)) {
      boolean file = word.endsWith(".csv") || word.equals("checked");
      words.add(file ? folder.resolve(word) : word);
    }
    Spoken said = Spoken.by(words.toArray());
    assertThat(said.err()).as(lines[0]).isEmpty();
    assertThat(said.out()).as(lines[0]).isEqualTo(lines[1]);
    assertThat(said.exit()).as(lines[0]).isEqualTo(said.out().startsWith("fail") ? 3 : 0);
  }
}
