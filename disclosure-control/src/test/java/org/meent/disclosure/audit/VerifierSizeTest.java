// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
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

  /** Compiled by itself, with nothing else on the class path, it still verifies. */
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
    String file = source("verify").resolve("Verifier.java").toString();
    String classes = folder.resolve("classes").toString();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(
            compiler.run(
                null, null, null, "-proc:none", "-cp", folder.toString(), "-d", classes, file))
        .isZero();
    URL[] place = {Path.of(classes).toUri().toURL()};
    try (URLClassLoader alone = new URLClassLoader(place, ClassLoader.getPlatformClassLoader())) {
      Method main =
          alone.loadClass("org.meent.disclosure.verify.Verifier").getMethod("main", String[].class);
      Object out = new String[] {folder.resolve("out").toString()};
      main.invoke(null, out);
      Path certificate = folder.resolve("out/certificate.json");
      String other = Files.readString(certificate).replace("\"over\": 1", "\"over\": 3");
      Files.writeString(certificate, other);
      assertThatThrownBy(() -> main.invoke(null, out))
          .hasRootCauseMessage("the proof does not hold");
    }
    assertThat(Verification.of(folder.resolve("out")).holds()).isFalse();
  }

  private static Path source(String name) {
    Path inModule = Path.of("src/main/java/org/meent/disclosure", name);
    return Files.exists(inModule) ? inModule : Path.of("disclosure-control").resolve(inModule);
  }
}
