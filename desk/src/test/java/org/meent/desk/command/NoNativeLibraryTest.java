// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.run.RandomStream;

/**
 * In a process that may not load native code at all, as on a locked-down machine, everything that
 * needs no engine still runs, and what needs it is refused in a sentence.
 */
class NoNativeLibraryTest {
  @TempDir Path folder;

  @Test
  void everythingButParquetStillRuns() throws IOException, InterruptedException {
    writeInputs(folder);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--illegal-native-access=deny",
                "-cp",
                System.getProperty("java.class.path"),
                NoNativeLibraryTest.class.getName(),
                corpus().toString(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    List<String> exits = said.lines().filter(line -> line.startsWith("exit ")).toList();
    assertThat(exits)
        .as(said)
        .containsExactly(
            "exit 0 show",
            "exit 0 convert",
            "exit 0 convert",
            "exit 0 convert",
            "exit 0 show",
            "exit 0 show",
            "exit 0 link",
            "exit 0 fit",
            "exit 0 protect",
            "exit 0 doctor",
            "exit 6 convert",
            "exit 6 show");
    assertThat(said).contains("the native library of DuckDB").doesNotContain("Exception");
    assertThat(folder.resolve("a.parquet")).doesNotExist();
  }

  /** Runs the commands one after the other, in the process that may not load anything. */
  public static void main(String[] args) throws IOException {
    Path corpus = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    Path sav = corpus.resolve("pyreadstat_sample.sav");
    say("show", sav);
    say("convert", sav, folder.resolve("a.dta"));
    say("convert", folder.resolve("a.dta"), folder.resolve("a.csv"));
    say("convert", folder.resolve("a.csv"), folder.resolve("a.zsav"));
    say("show", folder.resolve("a.dta"));
    say("show", folder.resolve("a.csv"));
    Path people = folder.resolve("people.csv");
    say("link", "--left", people, "--id", "id", "--out", folder.resolve("link"));
    String columns = "--treatment treated --outcome income --trees 50 --seed 1 --out";
    Object[] fit = ("fit " + people + " " + columns + " " + folder.resolve("fit")).split(" ", -1);
    say(fit);
    say("protect", folder.resolve("people.yaml"), "--out", folder.resolve("protect"));
    say("doctor");
    say("convert", sav, folder.resolve("a.parquet"));
    Files.writeString(folder.resolve("b.parquet"), "PAR1 and more PAR1");
    say("show", folder.resolve("b.parquet"));
  }

  @SuppressWarnings("SystemOut")
  private static void say(Object... words) {
    Spoken spoken = Spoken.by(words);
    System.out.println("exit " + spoken.exit() + " " + words[0]);
    System.out.println(spoken.err());
  }

  private static Path corpus() {
    return Path.of(System.getProperty("meent.root"))
        .resolve("linkage/src/test/resources/org/meent/linkage/format/corpus");
  }

  private static void writeInputs(Path folder) throws IOException {
    RandomStream random = RandomStream.of(7, "people");
    StringBuilder text =
        new StringBuilder("id,given_name,surname,birth,postcode,town,age,treated,income\n");
    List<String> given = List.of("Anna", "Bram", "Carla", "Daan", "Els", "Frits", "Greet", "Hans");
    List<String> family = List.of("de Vries", "Jansen", "Bakker", "Visser", "Smit", "Mulder");
    for (int i = 0; i < 300; i++) {
      int age = 20 + random.nextInt(40);
      text.append(
          "%d,%s,%s,%d-%02d-%02d,%d%s,T%d,%d,%d,%d%n"
              .formatted(
                  i,
                  given.get(random.nextInt(given.size())),
                  family.get(random.nextInt(family.size())),
                  2020 - age,
                  1 + random.nextInt(12),
                  1 + random.nextInt(28),
                  3500 + random.nextInt(90),
                  "AB",
                  random.nextInt(4),
                  age,
                  random.nextInt(2),
                  1000 + 20 * age + random.nextInt(500)));
    }
    Files.writeString(folder.resolve("people.csv"), text.toString().replace("\r\n", "\n"));
    Files.writeString(
        folder.resolve("people.yaml"),
        """
        input: people.csv
        dimensions: {town: [town], treated: [treated]}
        rules: {threshold: 5}
        standard: interval
        """);
  }
}
