// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be trusted can be read in one sitting, and knows nothing of the protector. */
class VerifierSizeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Verifier.java",
        "Recount.java",
        "Codes.java",
        "Needs.java",
        "CsvRows.java",
        "Plain.java"
      })
  void eachPieceHasAtMostTwoHundredLinesAndNoCodeOfTheProtector(String name) throws IOException {
    Path source = source(name);
    List<String> lines = Files.readAllLines(source);
    assertThat(lines).hasSizeLessThanOrEqualTo(200);
    assertThat(lines)
        .noneMatch(line -> line.startsWith("import org.meent.disclosure"))
        .noneMatch(line -> line.contains("org.meent.disclosure.protect"));
  }

  private static Path source(String name) {
    Path inModule = Path.of("src/main/java/org/meent/disclosure/audit", name);
    return Files.exists(inModule) ? inModule : Path.of("disclosure-control").resolve(inModule);
  }
}
