// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.desk.command.Console;
import org.meent.desk.command.Main;

/** What the README says is what the program does. */
final class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("meent.root"));
  private static final Pattern VERB = Pattern.compile("(?m)^  ([a-z]+)  +\\S");

  /**
   * The figures stand in the golden request of the example, which a run reproduces byte for byte.
   */
  @ParameterizedTest
  @ValueSource(strings = {"effects-722", "effects-445"})
  void figuresAreThoseOfTheRun(String output) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Path golden = ROOT.resolve("desk/src/test/resources/golden/nsw-request/" + output + ".csv");
    for (String line : Files.readAllLines(golden)) {
      List<String> cells = List.of(line.split(",", -1));
      if (cells.get(1).equals("ate") && cells.get(4).equals("Total")) {
        assertThat(readme).contains(cells.get(5)).contains(cells.get(6));
      }
    }
  }

  @Test
  void everyVerbIsThereAndTeachesByAnExample() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    List<String> verbs =
        VERB.matcher(said("--help")).results().map((MatchResult m) -> m.group(1)).toList();
    assertThat(verbs).contains("run", "link", "fit", "protect", "show", "convert", "doctor");
    for (String verb : verbs) {
      assertThat(readme).contains("`" + verb);
      assertThat(said(verb, "--help")).contains("Example:  meent " + verb);
    }
  }

  private static String said(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(Main.run(new Console(stream, stream, Clock.systemUTC()), words)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
