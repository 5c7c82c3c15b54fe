// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.run.RandomStream;

/** Runs the example of docs/further.md, and the designs that rest on no covariates. */
class FitCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void people() throws IOException {
    StringBuilder lines =
        new StringBuilder(
            "id,coach,months_worked,age,education,score,month,exit,origin,wanted,place\n");
    for (int i = 0; i < 400; i++) {
      RandomStream random = RandomStream.of(3, "fit-command", i);
      int coach = random.nextInt(2);
      int age = 20 + random.nextInt(40);
      int education = random.nextInt(3);
      int month = 1 + random.nextInt(24);
      double u = random.nextDouble();
      String exit = u < 0.2 ? "" : u < 0.7 + 0.1 * coach ? "work" : "without income";
      lines.append(
          "%d,%d,%d,%d,%d,%.3f,%d,%s,%s,%s,m%d\n"
              .formatted(
                  i,
                  coach,
                  exit.equals("work") ? 24 - month : 0,
                  age,
                  education,
                  education + 0.5 * random.nextGaussian(),
                  month,
                  exit,
                  random.nextInt(3) == 0 ? "a" : "b",
                  random.nextInt(2) == 0 ? "" : "1",
                  i % 4));
    }
    Files.writeString(folder.resolve("people.csv"), lines);
  }

  @Test
  void theExampleAnswersEveryQuestion() throws IOException {
    String document =
        Files.readString(Path.of(System.getProperty("meent.root"), "docs/further.md"));
    String command =
        document
            .lines()
            .filter(line -> line.startsWith("$ meent "))
            .findFirst()
            .orElseThrow()
            .substring("$ meent ".length());
    List<Object> words = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      boolean file = word.equals("people.csv") || word.equals("fitted");
      words.add(file ? folder.resolve(word) : word);
    }
    Spoken said = Spoken.by(words.toArray());
    assertThat(said.exit()).as(said.err()).isZero();
    Path out = folder.resolve("fitted");
    assertThat(Files.readString(out.resolve("further.json")))
        .contains("without income", "\"over\": \"preference\"", "\"origin=a\"", "place=m0")
        .contains("\"falsePositive\"", "\"raters\": 4", "\"pattern\"");
    assertThat(Files.readString(out.resolve("further.html")))
        .contains("Inside only", "How people left", "not an instruction");
  }

  /**
   * Outcomes lie near a million here and effects near nothing, ids near five million: whatever is
   * written of a person can be told by its size. Effects stand in the order of the input.
   */
  @Test
  void noFileHoldsPredictedOutcomesOfPersons() throws IOException {
    Path data = folder.resolve("large.csv");
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(folder.resolve("people.csv"))) {
      String[] cells = line.split(",", -1);
      if (!cells[0].equals("id")) {
        cells[0] = Integer.toString(5_000_000 + Integer.parseInt(cells[0]));
        cells[2] = Integer.toString(1_000_000 + Integer.parseInt(cells[2]));
      }
      lines.append(String.join(",", cells)).append('\n');
    }
    Files.writeString(data, lines);
    Path out = folder.resolve("large");
    Object[] fit = {
      "fit", data, "--treatment", "coach", "--outcome", "months_worked", "--id", "id"
    };
    Object[] asked = {
      "--covariates", "age,education,score", "--policy", "age", "--protected", "origin", "--predict"
    };
    List<Object> words = new ArrayList<>(List.of(fit));
    words.addAll(List.of(asked));
    words.addAll(List.of(data, "--misclassified", "coach", "--trees", "50", "--out", out));
    Spoken said = Spoken.by(words.toArray());
    assertThat(said.exit()).as(said.err()).isZero();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        String name = file.getFileName().toString();
        boolean rows = name.equals("effects.csv") || name.equals("predicted.csv");
        assertThat(found("\\b(999[0-9]{3}|100[0-9]{4})\\b", text)).as(name).isLessThan(20);
        assertThat(found("\\b5000[0-9]{3}\\b", text)).as(name).isEqualTo(rows ? 400 : 0);
        if (rows) {
          assertThat(text.lines().map(line -> line.split(",", -1)[1]).skip(1)).isSorted();
        }
      }
    }
  }

  private static long found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void aQuestionWithoutNamedCovariatesOrWithAWrongNumberIsRefused() {
    Path data = folder.resolve("people.csv");
    Path out = folder.resolve("none");
    Object[] asked = {"fit", data, "--treatment", "coach", "--outcome", "months_worked"};
    assertThat(spoken(asked, "--policy", "age", "--out", out).err()).contains("--covariates");
    assertThat(spoken(asked, "--covariates", "age", "--reliability", "age=2", "--out", out).exit())
        .isEqualTo(4);
    assertThat(spoken(asked, "--covariates", "age", "--exit-month", "month", "--out", out).err())
        .contains("--exit-kind");
    assertThat(out).doesNotExist();
  }

  @Test
  void aCutoffIsADesignOfItsOwn() throws IOException {
    StringBuilder lines = new StringBuilder("w,y,x\n");
    for (int i = 0; i < 600; i++) {
      RandomStream random = RandomStream.of(4, "cutoff", i);
      double x = 2 * random.nextDouble() - 1;
      int w = x >= 0 ? 1 : 0;
      lines.append("%d,%.6f,%.6f\n".formatted(w, x + 2 * w + 0.1 * random.nextGaussian(), x));
    }
    Path data = Files.writeString(folder.resolve("cutoff.csv"), lines);
    Path out = folder.resolve("cutoff");
    Object[] asked = {"fit", data, "--treatment", "w", "--outcome", "y", "--out", out};
    Spoken said = spoken(asked, "--design", "rd", "--running", "x", "--cutoff", "0");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(Files.readString(out.resolve("summary.json"))).contains("\"design\"");
    assertThat(out.resolve("card.html")).exists();
    assertThat(spoken(asked, "--design", "rd", "--cutoff", "0").err()).contains("--running");
  }

  private static Spoken spoken(Object[] start, Object... more) {
    List<Object> words = new ArrayList<>(List.of(start));
    words.addAll(List.of(more));
    return Spoken.by(words.toArray());
  }
}
