// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.protect.Equation;
import org.meent.disclosure.protect.LinearTable;
import org.meent.disclosure.protect.Suppressor;
import org.meent.protocols.refusal.RefusalException;

class BadInputTest {
  private static final String GOOD =
      "input: g.csv\ndimensions: {r: [p, m], s: s}\nrules: {threshold: 3}\nstandard: exact\n";

  @TempDir Path folder;

  private void refused(String csv, String spec, String code, long line) throws IOException {
    Files.writeString(folder.resolve("g.csv"), csv);
    Path file = Files.writeString(folder.resolve("spec.yaml"), spec);
    assertThatThrownBy(() -> ProtectionJob.read(file).run(folder.resolve("out")))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo("disclosure." + code);
              assertThat(e.refusals().getFirst().where().line()).isEqualTo(line);
              assertThat(e.refusals().getFirst().sentence(Locale.of("nl"))).contains("Verwacht");
            });
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P1,M1,A;P2,M1,A          | hierarchy.two-parents     | 3",
        "P1,M1,A;P1,,A            | hierarchy.missing-code    | 3",
        "P1,P1,A                  | hierarchy.loop            | 0",
        "P1,Total,A               | hierarchy.total           | 2",
        "P1,M1,A;P1,M1            | csv.ragged                | 3",
        "P1,M1,\"A                | csv.quote                 | 2"
      })
  void recordsThatAreNotRight(String rows, String code, long line) throws IOException {
    String csv = "p,m,s\n" + rows.strip().replace(';', '\n') + "\n";
    if (code.equals("csv.quote")) {
      csv = csv.substring(0, csv.length() - 1);
    }
    refused(csv, GOOD, code, line);
  }

  @Test
  void specificationsThatAreNotRight() throws IOException {
    String csv = "p,m,s,h,x\nP1,M1,A,,1\n";
    refused(csv, GOOD + "wieght: w\n", "spec.unknown-key", 5);
    refused(csv, GOOD + "standard: exact\n", "spec.doubled-key", 5);
    refused(csv, GOOD.replace("standard: exact\n", ""), "spec.missing-key", 1);
    refused(csv, GOOD.replace("exact", "perfect"), "spec.word", 4);
    refused(csv, GOOD.replace("threshold: 3", "p-percent: 10"), "spec.needs-measure", 3);
    refused(csv, GOOD.replace("threshold: 3", "threshold: many"), "spec.number", 3);
    refused(csv, GOOD.replace("threshold: 3", "rule-set: none"), "spec.rule-set", 3);
    refused(csv, GOOD.replace("g.csv", "other.csv"), "csv.missing", 0);
    refused(csv, GOOD.replace("s: s", "s: t"), "csv.no-column", 1);
    refused(csv, GOOD + "measure: x\ncontributor: h\n", "csv.no-contributor", 2);
    refused(csv.replace(",1\n", ",one\n"), GOOD + "measure: x\n", "csv.number", 2);
    refused("p,m,s\n", GOOD, "csv.no-records", 0);
  }

  @Test
  void twentyDimensionsAreRefusedBeforeTheTableIsMade() throws IOException {
    StringBuilder header = new StringBuilder("d0");
    StringBuilder row = new StringBuilder("a0");
    StringBuilder spec = new StringBuilder("input: g.csv\ndimensions:\n  d0: d0\n");
    for (int d = 1; d < 20; d++) {
      header.append(",d").append(d);
      row.append(",a").append(d);
      spec.append("  d").append(d).append(": d").append(d).append('\n');
    }
    spec.append("rules: {threshold: 3}\nstandard: exact\n");
    refused(header + "\n" + row + "\n", spec.toString(), "table.too-many-cells", 0);
  }

  @Test
  void aTableThatDoesNotAddUpNamesTheRelation() {
    assertThatThrownBy(
            () ->
                new LinearTable(
                    new long[] {5, 2, 2}, List.of(Equation.sum("row Utrecht", 0, 1, 2))))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("row Utrecht");
  }

  @Test
  void cellsThatMustStayAreNamedWhenTheyLeaveNoProtection() {
    LinearTable table =
        new LinearTable(new long[] {8, 1, 3, 4}, List.of(Equation.sum("all", 0, 1, 2, 3)));
    assertThatThrownBy(
            () ->
                Suppressor.withDefaults()
                    .withPublished(0, 2, 3)
                    .protect(table, List.of(Demand.exact(1))))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("0, 2, 3");
    assertThatThrownBy(
            () ->
                Suppressor.withDefaults().withPublished(1).protect(table, List.of(Demand.exact(1))))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("cell 1");
  }
}
