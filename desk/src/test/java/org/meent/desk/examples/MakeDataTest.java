// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed files of the examples are what the committed script makes of the source. */
final class MakeDataTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("meent.root"), "examples");

  @Test
  void scriptMakesTheCommittedFiles(@TempDir Path made) throws Exception {
    run("nsw/make/MakeData.java", EXAMPLES, made);
    for (String study : List.of("nsw", "nsw-psid")) {
      for (String file : List.of("persons.csv", "earnings.csv", "participation.csv")) {
        String name = study + "/data/" + file;
        assertThat(made.resolve(name)).hasSameBinaryContentAs(EXAMPLES.resolve(name));
      }
    }
  }

  @Test
  void scriptMakesTheYouthsOfJobCorps(@TempDir Path made) throws Exception {
    run("jobcorps/make/MakeData.java", EXAMPLES, made);
    for (String file : List.of("persons.csv", "work.csv", "lots.csv")) {
      String name = "jobcorps/data/" + file;
      assertThat(made.resolve(name)).hasSameBinaryContentAs(EXAMPLES.resolve(name));
    }
  }

  @Test
  void scriptMakesThePeopleOfTheLinkage(@TempDir Path made) throws Exception {
    run("linked/make/MakeData.java", made);
    for (String file : List.of("clients.csv", "training.csv", "work.csv", "renewed.csv")) {
      assertThat(made.resolve("data").resolve(file))
          .hasSameBinaryContentAs(EXAMPLES.resolve("linked/data").resolve(file));
    }
  }

  private static void run(String script, Path... folders) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                EXAMPLES.resolve(script).toString()));
    for (Path folder : folders) {
      words.add(folder.toString());
    }
    Process process = new ProcessBuilder(words).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
