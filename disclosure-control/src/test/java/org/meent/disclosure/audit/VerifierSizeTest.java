// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What must be trusted can be read in one sitting. That it and the recount share no code with the
 * protector is a rule of the house.
 */
class VerifierSizeTest {

  @Test
  void theVerifierIsOneFileOfTwoHundredLinesThatNeedsTheJdkAlone() throws IOException {
    Path source = source("verify");
    try (Stream<Path> files = Files.list(source)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("Verifier.java", "package-info.java");
    }
    List<String> lines = Files.readAllLines(source.resolve("Verifier.java"));
    assertThat(lines)
        .hasSizeLessThanOrEqualTo(200)
        .noneMatch(line -> line.length() > 100)
        .allMatch(line -> !line.startsWith("import ") || line.startsWith("import java."));
  }

  private static Path source(String name) {
    Path inModule = Path.of("src/main/java/org/meent/disclosure", name);
    return Files.exists(inModule) ? inModule : Path.of("disclosure-control").resolve(inModule);
  }
}
