// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.disclosure.audit.PatternAudit;
import org.meent.disclosure.audit.Verification;
import org.meent.disclosure.protect.Finding;

class ProtectionJobTest {
  private static final String THREE =
      "{region: [prov, mun], activity: [sec, div], class: [grp, cls]}";

  @TempDir Path folder;

  private Path spec(String dimensions, String rest) throws IOException {
    Path spec = folder.resolve("spec.yaml");
    return Files.writeString(spec, "input: g.csv\ndimensions: " + dimensions + "\n" + rest + "\n");
  }

  private ProtectedTable run(MicrodataTables records, String dimensions, String rest)
      throws IOException {
    records.write(folder.resolve("g.csv"));
    return ProtectionJob.read(spec(dimensions, rest))
        .withEffort(20_000_000)
        .run(folder.resolve("out"));
  }

  /** 693 cells, 29 and 32 primaries, total 584,582: figures of two other programs on g7. */
  @Test
  void cellsAndPrimariesAreThoseOfOtherPrograms() throws IOException {
    ProtectedTable counts =
        run(MicrodataTables.G7, THREE, "rules: {threshold: 3}\nstandard: insider");
    assertThat(counts.table().size()).isEqualTo(693);
    assertThat(counts.pattern().primaries()).hasSize(29);
    assertThat(counts.pattern().secondaries()).hasSizeLessThanOrEqualTo(100);
    assertThat(Verification.of(folder.resolve("out")).holds()).isTrue();

    ProtectedTable amounts =
        run(
            MicrodataTables.G7,
            THREE,
            "measure: turnover\ncontributor: holding\nrules: {p-percent: 10}\nstandard: interval");
    assertThat(amounts.table().value(0)).isEqualTo(584_582);
    assertThat(amounts.pattern().primaries()).hasSize(32);
    assertThat(amounts.secondaryValue()).isLessThanOrEqualTo(122_294);
    assertThat(Verification.of(folder.resolve("out")).holds()).isTrue();
  }

  /** Two cells with eight persons: the optimum that an integer program proves for g1. */
  @Test
  void theSmallestCaseIsSolvedToTheOptimum() throws IOException {
    ProtectedTable result =
        run(MicrodataTables.G1, "{mun: mun, sec: sec}", "rules: {threshold: 3}\nstandard: exact");
    assertThat(result.pattern().primaries()).hasSize(11);
    assertThat(result.pattern().secondaries()).hasSize(2);
    assertThat(result.secondaryValue()).isEqualTo(8);
  }

  @Test
  void anyShapeAnyRuleAnyStandardIsVerified() throws IOException {
    String[] rules = {
      "rules: {threshold: 3}",
      "measure: turnover\ncontributor: holding\nrules: {p-percent: 15}",
      "measure: turnover\nrules: {dominance: [{n: 1, k: 75}, {n: 2, k: 90}], threshold: 3}",
      "measure: turnover\ncontributor: holding\nrules: {prior-posterior: {p: 10, q: 50}}"
    };
    String[] standards = {"exact", "interval", "insider"};
    String[] shapes = {THREE, "{r: mun, a: [sec, div]}", "{a: [sec, div], c: [grp, cls]}"};
    for (int c = 0; c < 18; c++) {
      MicrodataTables records =
          new MicrodataTables(100 + c, 40 + 37 * (c % 7), 3 + c % 5, 2, 3 + c % 4, 2, 3, 2);
      ProtectedTable result =
          run(records, shapes[c / 6], rules[c % 4] + "\nstandard: " + standards[c % 3]);
      Verification verdict = Verification.of(folder.resolve("out"), folder.resolve("spec.yaml"));
      assertThat(verdict.faults()).as("case " + c).isEmpty();
      assertThat(verdict.records().primaries()).isEqualTo(result.pattern().primaries().length);
      assertThat(
              PatternAudit.audit(folder.resolve("out/cells.csv"), folder.resolve("out/spec.yaml"))
                  .holds())
          .as("audit of case " + c)
          .isTrue();
    }
  }

  @Test
  void aWitnessWithOneOtherNumberDoesNotVerify() throws IOException {
    run(MicrodataTables.G7, THREE, "rules: {threshold: 3}\nstandard: exact");
    Path file = folder.resolve("out/certificate.json");
    String text = Files.readString(file);
    int moves = 0;
    java.util.regex.Matcher numbers =
        java.util.regex.Pattern.compile("\\[(\\d+), (-?\\d+)\\]").matcher(text);
    while (numbers.find()) {
      moves++;
      for (int part = 1; part <= 2; part++) {
        long other = Long.parseLong(numbers.group(part)) + 1;
        if (moves % 25 == 1 && other != 0) {
          Files.writeString(
              file,
              text.substring(0, numbers.start(part)) + other + text.substring(numbers.end(part)));
          assertThat(Verification.of(folder.resolve("out")).holds()).isFalse();
        }
      }
    }
    assertThat(moves).isGreaterThan(50);
  }

  @Test
  void aPublishedPrimaryAndAMissingSecondaryAreFound() throws IOException {
    ProtectedTable result =
        run(MicrodataTables.G1, "{mun: mun, sec: sec}", "rules: {threshold: 3}\nstandard: exact");
    Path cells = folder.resolve("out/cells.csv");
    String text = Files.readString(cells);
    Files.writeString(cells, text.replaceFirst(",primary", ",published"));
    assertThat(Verification.of(folder.resolve("out")).holds()).isFalse();
    assertThat(
            PatternAudit.audit(cells, folder.resolve("spec.yaml")).count(Finding.State.PUBLISHED))
        .isEqualTo(1);
    Files.writeString(cells, text.replace(",secondary", ",published"));
    assertThat(result.pattern().secondaries()).isNotEmpty();
    assertThat(
            PatternAudit.audit(cells, folder.resolve("spec.yaml")).count(Finding.State.DISCLOSED))
        .isPositive();
  }

  /** M003 = 14, 3, 7, 2, 1 with only {2, 1} suppressed: the single person computes the 2. */
  @Test
  void theInsiderOfTheSmallestCaseIsFound() throws IOException {
    run(MicrodataTables.G1, "{mun: mun, sec: sec}", "rules: {threshold: 3}\nstandard: exact");
    spec("{mun: mun, sec: sec}", "rules: {threshold: 3}\nstandard: insider");
    assertThat(
            PatternAudit.audit(folder.resolve("out/cells.csv"), folder.resolve("spec.yaml"))
                .count(Finding.State.OPEN_TO_INSIDER))
        .isPositive();
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() throws IOException {
    String rest =
        "measure: turnover\ncontributor: holding\nrules: {p-percent: 10}\nstandard: insider";
    run(MicrodataTables.G1, "{mun: mun, sec: sec}", rest);
    byte[] cells = Files.readAllBytes(folder.resolve("out/cells.csv"));
    byte[] certificate = Files.readAllBytes(folder.resolve("out/certificate.json"));
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("g.csv")));
    Collections.shuffle(lines.subList(1, lines.size()), new Random(5));
    Files.write(folder.resolve("g.csv"), lines);
    ProtectionJob.read(folder.resolve("spec.yaml"))
        .withEffort(20_000_000)
        .run(folder.resolve("out"));
    assertThat(folder.resolve("out/cells.csv")).hasBinaryContent(cells);
    assertThat(folder.resolve("out/certificate.json")).hasBinaryContent(certificate);
  }

  @Test
  void theReleasedFileHasOneMarkForEveryReason() throws IOException {
    ProtectedTable result =
        run(MicrodataTables.G1, "{mun: mun, sec: sec}", "rules: {threshold: 3}\nstandard: exact");
    List<String> lines = Files.readAllLines(folder.resolve("out/released.csv"));
    assertThat(lines.getFirst()).isEqualTo("mun,sec,value");
    assertThat(lines).hasSize(result.table().size() + 1);
    assertThat(lines.stream().filter(line -> line.endsWith(",."))).hasSize(13);
    assertThat(String.join("\n", lines)).doesNotContain("primary").doesNotContain("secondary");
  }
}
