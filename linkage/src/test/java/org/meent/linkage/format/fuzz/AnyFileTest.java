// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The parsers of all formats under bytes that nobody wrote on purpose. */
class AnyFileTest {
  /** Larger files only make the fuzzer slow. */
  private static final int LARGEST = 30_000;

  @TempDir Path folder;

  /** Inputs that the fuzzer once found to reach something new. */
  @Test
  @Timeout(60)
  void whatWasFoundIsReadOrRefused() throws IOException {
    int read = 0;
    int refused = 0;
    for (Path input : files("fuzz")) {
      if (AnyFile.read(Files.readAllBytes(input), folder)) {
        read++;
      } else {
        refused++;
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  /**
   * Jazzer in a process of its own with 512 MB, from the corpus and what was found before. With a
   * fixed seed and number of runs it tries the same again; {@code -Dmeent.fuzz.runs} and {@code
   * -Dmeent.fuzz.seed} let it go further.
   */
  @Test
  @Tag("slow")
  void jazzerFindsNothing() throws IOException, InterruptedException {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    for (String corpus : List.of("corpus", "fuzz")) {
      for (Path file : files(corpus)) {
        if (Files.size(file) < LARGEST) {
          Files.copy(file, seeds.resolve(corpus + "-" + file.getFileName()));
        }
      }
    }
    Process jazzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-Xmx512m",
                "-D" + AnyFile.FOLDER + "=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + AnyFile.class.getName(),
                "--instrumentation_includes=org.meent.linkage.format.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-seed=" + System.getProperty("meent.fuzz.seed", "20261122"),
                "-runs=" + System.getProperty("meent.fuzz.runs", "10000"),
                "-timeout=60",
                "-rss_limit_mb=0",
                "-max_len=" + LARGEST,
                seeds.toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(jazzer.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .reduce("", (before, line) -> before + "\n" + line);
    assertThat(jazzer.waitFor()).as(said).isZero();
    assertThat(said).contains("Done ").doesNotContain("Failed to instrument");
  }

  private static List<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(resource(name))) {
      return files.filter(file -> !file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static Path resource(String name) {
    String path = "/org/meent/linkage/format/" + name;
    try {
      return Path.of(Objects.requireNonNull(AnyFileTest.class.getResource(path), path).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
