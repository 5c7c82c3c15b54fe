// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.disclosure.table.ProtectionJob;

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

  /** Run by itself, with nothing on the class path, it still verifies. */
  @Test
  void theVerifierRunsAlone(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("r.csv"), "a,b\n\"x,1\",\" \"\"y\"\"\"\nz,\\w\nz,\\w\nz,\\w\n");
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "input: r.csv\ndimensions: {a: a, \"b, c\": b}\nrules: {threshold: 3}\n"
                + "standard: exact\n");
    ProtectionJob.read(spec).run(folder.resolve("out"));
    assertThat(alone(folder.resolve("out"))).isZero();
    Path certificate = folder.resolve("out/certificate.json");
    String other = Files.readString(certificate).replace("\"over\": 1", "\"over\": 3");
    Files.writeString(certificate, other);
    assertThat(alone(folder.resolve("out"))).isNotZero();
    assertThat(Verification.of(folder.resolve("out")).holds()).isFalse();
  }

  /** How the one file ends when a JDK runs a copy of it, with nothing of Meent around it. */
  private static int alone(Path folder) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path file = folder.resolveSibling("org/meent/disclosure/verify/Verifier.java");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.copy(
        source("verify").resolve("Verifier.java"), file, StandardCopyOption.REPLACE_EXISTING);
    Process run =
        new ProcessBuilder(
                java.toString(), "-cp", folder.toString(), file.toString(), folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolveSibling("said.txt").toFile())
            .start();
    return run.waitFor();
  }

  private static Path source(String name) {
    Path inModule = Path.of("src/main/java/org/meent/disclosure", name);
    return Files.exists(inModule) ? inModule : Path.of("disclosure-control").resolve(inModule);
  }
}
