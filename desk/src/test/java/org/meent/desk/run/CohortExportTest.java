// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.file.DataFile;

/** The cohort for other tools: the same people, with labels, and scripts that notice a change. */
class CohortExportTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"dta", "sav"})
  void holdsTheCohortWithItsLabels(String format) throws IOException {
    Path file = export(format);
    Schema schema = DataFile.open(file).schema();
    assertThat(schema.rows()).isEqualTo(722);
    assertThat(schema.columns())
        .extracting(column -> column.name())
        .startsWith("person", "index_date", "arm", "age")
        .endsWith("earnings_1978");
    assertThat(schema.columns().get(2).labels())
        .extracting(label -> label.label())
        .containsExactly("none", "supported-work");
    assertThat(schema.columns().getLast().label()).isEqualTo("earnings in 1978 (dollars)");
    assertThat(Files.readString(file.resolveSibling("nsw.do")))
        .startsWith("* INSIDE ONLY")
        .contains("assert _N == 722", "assert r(N) == 297");
  }

  /** The script runs where R is, and stops when a row is lost. */
  @Test
  void theScriptNoticesALostRow() throws IOException, InterruptedException {
    Path file = export("csv");
    assumeTrue(isInstalled("Rscript"), "R is not installed");
    assertThat(rscript(file)).isZero();
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
    assertThat(rscript(file)).isNotZero();
  }

  @Test
  void isRefusedWhereThingsWaitToLeave() throws IOException {
    StudyCopy study = StudyCopy.of("nsw", home);
    Path out = study.folder().resolve("requests/x.dta");
    StudyCopy.Said said = study.meent("cohort", "--to", "dta", "--out", out.toString());
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("a cohort never leaves");
    assertThat(study.meent("cohort", "--to", "sav", "--out", "x.dta").exit()).isEqualTo(2);
  }

  private Path export(String format) throws IOException {
    Path file = home.resolve("nsw." + format);
    StudyCopy.Said said =
        StudyCopy.of("nsw", home.resolve("study"))
            .meent("cohort", "--to", format, "--out", file.toString());
    assertThat(said.exit()).as(said.err()).isZero();
    return file;
  }

  private int rscript(Path file) throws IOException, InterruptedException {
    return new ProcessBuilder("Rscript", "nsw.R")
        .directory(file.resolveSibling("").toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static boolean isInstalled(String program) {
    return java.util.Arrays.stream(
            System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
