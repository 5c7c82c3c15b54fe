// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Meent writes, R's haven and PSPP read as Meent does; only where they are installed. */
@Tag("slow")
class HavenReadsOursTest {
  @TempDir Path folder;

  @Test
  void havenReadsWhatWasWritten() throws IOException, InterruptedException {
    Path written = Files.createDirectory(folder.resolve("written"));
    Path read = Files.createDirectory(folder.resolve("read"));
    assumeTrue(runs("Rscript", "-e", "library(haven)"), "R with haven is not installed");
    for (String file : HavenGoldenTest.files().toList()) {
      String stem = file.replace('.', '_');
      for (String ending : List.of(".sav", ".zsav", ".dta")) {
        Conversion.convert(Golden.corpus(file), written.resolve(stem + ending), List.of());
      }
    }
    Path script =
        Path.of(System.getProperty("meent.root", ".")).resolve("linkage/src/test/R/golden.R");
    assertThat(runs("Rscript", script.toString(), written.toString(), read.toString())).isTrue();
    for (Path target : list(written)) {
      List<String> haven =
          Files.readAllLines(read.resolve(target.getFileName() + ".txt"), StandardCharsets.UTF_8);
      assertThat(HavenGoldenTest.comparable(Golden.lines(DataFile.open(target))))
          .as(target.getFileName().toString())
          .isEqualTo(HavenGoldenTest.comparable(haven));
    }
  }

  /**
   * From Meent to haven and back: haven drops the label of the file; no value and no other label
   * changes.
   */
  @Test
  void comesBackFromHavenAsItWas() throws IOException, InterruptedException {
    Path ours = Files.createDirectory(folder.resolve("ours"));
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    assumeTrue(runs("Rscript", "-e", "library(haven)"), "R with haven is not installed");
    // haven 2.5.1 writes labelled codes of long texts cut to eight bytes.
    List<String> files =
        HavenGoldenTest.files().filter(f -> !f.contains("longstringvaluerecord")).toList();
    for (String file : files) {
      String stem = file.replace('.', '_');
      for (String ending : List.of(".sav", ".zsav", ".dta")) {
        Conversion.convert(Golden.corpus(file), ours.resolve(stem + ending), List.of());
      }
    }
    Path script =
        Path.of(System.getProperty("meent.root", ".")).resolve("linkage/src/test/R/again.R");
    assertThat(runs("Rscript", script.toString(), ours.toString(), theirs.toString())).isTrue();
    SoftAssertions all = new SoftAssertions();
    for (Path file : list(ours)) {
      all.assertThat(again(theirs.resolve(file.getFileName())))
          .as(file.getFileName().toString())
          .containsExactlyElementsOf(again(file));
    }
    all.assertAll();
  }

  /**
   * A file in lines, each behind the name of its column; without the label of the file, without
   * display formats (both programs choose widths of their own), labels of values in one order.
   */
  private static List<String> again(Path file) {
    String column = "";
    List<String> keyed = new ArrayList<>();
    for (String line : HavenGoldenTest.comparable(Golden.lines(DataFile.open(file)))) {
      String[] parts = line.split("\t", -1);
      switch (parts[0]) {
        case "file" -> keyed.add(parts[1] + " rows, " + parts[2] + " columns");
        case "column" -> {
          column = parts[1];
          keyed.add(column + "\t" + parts[2] + "\t" + parts[4]);
        }
        default -> keyed.add(column + "\t" + line);
      }
    }
    return keyed.stream().sorted().toList();
  }

  @Test
  void comesBackFromPsppAsItWas() throws IOException, InterruptedException {
    assumeTrue(runs("pspp-convert", "--version"), "PSPP is not installed");
    for (String file : HavenGoldenTest.files().filter(f -> f.endsWith("sav")).toList()) {
      Path ours = folder.resolve("ours.sav");
      Path theirs = folder.resolve("theirs.sav");
      Conversion.convert(Golden.corpus(file), ours, List.of());
      assertThat(runs("pspp-convert", ours.toString(), theirs.toString())).as(file).isTrue();
      assertThat(again(theirs)).as(file).isEqualTo(again(ours));
    }
  }

  @Test
  void psppReadsWhatWasWritten() throws IOException, InterruptedException {
    assumeTrue(runs("pspp-convert", "--version"), "PSPP is not installed");
    for (String file : List.of("made_pspp.sav", "spssreader_verylongstring.sav")) {
      for (String ending : List.of("sav", "zsav")) {
        Path target = folder.resolve("ours." + ending);
        Conversion.convert(Golden.corpus(file), target, List.of());
        Path csv = folder.resolve("ours.csv");
        assertThat(runs("pspp-convert", target.toString(), csv.toString())).isTrue();
        Path theirs = folder.resolve("theirs.csv");
        assertThat(runs("pspp-convert", Golden.corpus(file).toString(), theirs.toString()))
            .isTrue();
        assertThat(csv).hasSameBinaryContentAs(theirs);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (java.util.stream.Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
