// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed files of the examples are what the committed script makes of the source. */
final class MakeDataTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("meent.root"), "examples");

  @Test
  void scriptMakesTheCommittedFiles(@TempDir Path made) throws Exception {
    run(made);
    for (String study : List.of("nsw", "nsw-psid")) {
      for (String file : List.of("persons.csv", "earnings.csv", "participation.csv")) {
        String name = study + "/data/" + file;
        assertThat(made.resolve(name)).hasSameBinaryContentAs(EXAMPLES.resolve(name));
      }
    }
  }

  private static void run(Path to) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                EXAMPLES.resolve("nsw/make/MakeData.java").toString(),
                EXAMPLES.toString(),
                to.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
