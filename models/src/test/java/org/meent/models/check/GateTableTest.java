// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of gates says what the file of criteria says, and its fixtures exist. */
final class GateTableTest {
  private static final Path ROOT = Path.of(System.getProperty("meent.root"));
  private static final Pattern FIXTURE = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/gates.md"));
  }

  @Test
  void everyCriterionStandsThereWithItsNumber() throws IOException {
    Criteria shipped = Criteria.shipped();
    for (Criterion criterion : Criterion.values()) {
      String id = "| `" + criterion.id() + "` |";
      String line = lines().stream().filter(l -> l.contains(id)).findFirst().orElse("");
      assertThat(line).as(criterion.id()).contains(id);
      String number = line.split("\\|")[3].strip();
      assertThat(Double.parseDouble(number)).isEqualTo(shipped.of(criterion));
    }
  }

  @Test
  void everyFixtureExists() throws IOException {
    List<MatchResult> named = FIXTURE.matcher(String.join("\n", lines())).results().toList();
    assertThat(named).hasSizeGreaterThan(15);
    for (MatchResult fixture : named) {
      assertThat(source(fixture.group(1)))
          .as(fixture.group())
          .contains("void " + fixture.group(2) + "(");
    }
  }

  private static String source(String test) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("models/src/test/java"))) {
      Path file = files.filter(path -> path.endsWith(test + ".java")).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }
}
