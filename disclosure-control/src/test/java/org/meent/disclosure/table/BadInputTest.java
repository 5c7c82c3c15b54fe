// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
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
    String full = code.startsWith("protocols.") ? code : "disclosure." + code;
    assertThatThrownBy(() -> ProtectionJob.read(file).run(folder.resolve("out")))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo(full);
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
        "P1,M1,\"A                | protocols.csv.open-quote  | 2"
      })
  void recordsThatAreNotRight(String rows, String code, long line) throws IOException {
    refused("p,m,s\n" + rows.strip().replace(';', '\n'), GOOD, code, line);
  }

  @Test
  void specificationsThatAreNotRight() throws IOException {
    String csv = "p,m,s,h,x\nP1,M1,A,,1\n";
    refused(csv, GOOD + "wieght: w\n", "spec.unknown-key", 5);
    refused(csv, GOOD + "standard: exact\n", "spec.doubled-key", 5);
    refused(csv, GOOD.replace("exact", "&a exact"), "spec.yaml", 4);
    refused(csv.replace("M1,A", "M1,\"A\nB\""), GOOD, "hierarchy.control", 0);
    refused(csv, GOOD.replace("standard: exact\n", ""), "spec.missing-key", 1);
    refused(csv, GOOD.replace("exact", "perfect"), "spec.word", 4);
    refused(csv, GOOD.replace("threshold: 3", "p-percent: 10"), "spec.needs-measure", 3);
    refused(csv, GOOD.replace("threshold: 3", "threshold: many"), "spec.number", 3);
    refused(csv, GOOD.replace("threshold: 3", "rule-set: none"), "spec.rule-set", 3);
    refused(csv, GOOD.replace("g.csv", "other.csv"), "csv.not-beside", 0);
    refused(csv, GOOD.replace("s: s", "s: t"), "csv.no-column", 1);
    refused(csv, GOOD + "measure: x\ncontributor: h\n", "csv.no-contributor", 2);
    refused(csv.replace(",1\n", ",one\n"), GOOD + "measure: x\n", "csv.number", 2);
    refused("p,m,s\n", GOOD, "csv.no-records", 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{r: {columns: m, groups: {G: [M1, M9]}}}         | hierarchy.no-code            | M9",
        "{r: {columns: m, groups: {G: [H, M1], H: [G]}}}  | hierarchy.part-of-itself     | loop",
        "{r: {columns: m, groups: {G: [H, M1], H: [M1]}}} | hierarchy.counted-twice      | M1",
        "{r: {columns: m, groups: {Total: [M1]}}}         | hierarchy.incomplete         | M2",
        "{r: {columns: m, groups: {M1: [M2]}}}            | hierarchy.group-in-records   | M1",
        "{r: {columns: m, groups: {P1: [M1]}}, q: p}      | -                            | -",
        "{r: {columns: [p, m], groups: {P1: [M1]}}}       | hierarchy.loop               | P1",
        "{r: {columns: [p, m], also: [[m, p]]}}           | spec.finest                  | m",
        "{r: {columns: m, tree: loop.csv}}                | hierarchy.part-of-itself     | A",
        "{r: {columns: m, tree: gap.csv}}                 | hierarchy.no-parent          | Gone"
      })
  void sumsThatDoNotAddUpNameTheCode(String dimensions, String code, String named)
      throws IOException {
    Files.writeString(folder.resolve("g.csv"), "p,m\nP1,M1\nP1,M2\nP2,M3\n");
    Files.writeString(folder.resolve("loop.csv"), "code,parent\nA,B\nB,A\nM1,A\nM2,B\nM3,A\n");
    Files.writeString(folder.resolve("gap.csv"), "code,parent\nM1,Gone\nM2,\nM3,\n");
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "input: g.csv\ndimensions: "
                + dimensions
                + "\nrules: {threshold: 1}\nstandard: exact\n");
    if (code.equals("-")) {
      ProtectionJob.read(spec).run();
      return;
    }
    assertThatThrownBy(() -> ProtectionJob.read(spec).run(folder.resolve("out")))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo("disclosure." + code);
              assertThat(e.getMessage()).contains(named);
            });
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Total,9,3,5,4;A,5,2,3,2;B,3,1,3,0   | table.not-additive  | s=Total",
        "Total,8,3,5,3;A,5,0,0,0;B,3,1,3,0   | cells.evidence      | line 3",
        "Total,8,3,5,3;A,5,2,2,3;B,3,1,3,0   | cells.evidence      | line 3",
        "Total,8,3,5,3;A,5,2,4,0;B,3,1,3,0   | cells.evidence      | line 3",
        "Total,8,3,5,3;A,-5,2,4,0;B,3,1,3,0  | cells.negative      | line 3",
        "Total,8,3,5,3;A,5,2,3,2;A,3,1,3,0   | cells.twice         | line 4",
        "Total,8,3.5,5,3;A,5,2,3,2;B,3,1,3,0 | cells.units         | n"
      })
  void tablesOfCellsThatContradictThemselves(String rows, String code, String named)
      throws IOException {
    Files.writeString(
        folder.resolve("g.csv"), "s,x,n,x1,x2\n" + rows.strip().replace(';', '\n') + "\n");
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "input: g.csv\ncells: {units: n, largest: [x1, x2]}\ndimensions: {s: s}\nmeasure: x\n"
                + "rules: {p-percent: 10}\nstandard: exact\n");
    assertThatThrownBy(() -> ProtectionJob.read(spec).run(folder.resolve("out")))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo("disclosure." + code);
              assertThat(e.getMessage()).contains(named);
            });
  }

  @Test
  void whatCannotGoTogetherIsRefused() throws IOException {
    String csv = "p,m,s,h,x,w,q\nP1,M1,A,k,1,1,1\n";
    String holdings =
        GOOD.replace("threshold: 3", "p-percent: 10") + "measure: x\ncontributor: h\n";
    refused(csv, holdings + "weight: w\n", "spec.weight-of-contributors", 7);
    refused(csv, GOOD + "weight: w\nzeros: maybe\n", "spec.word", 6);
    refused(csv.replace("k,1,1", "k,1,0"), GOOD + "weight: w\n", "csv.weight", 2);
    String large = csv.replace("k,1,1", "k,999999999999999,99999999999");
    refused(large, GOOD + "measure: x\nweight: w\n", "table.overflow", 0);
    refused(csv, GOOD + "must-stay: [{r: M9}]\n", "spec.no-such-code", 0);
    refused(csv, GOOD + "must-stay: [{z: M1}]\n", "spec.no-such-dimension", 5);
    refused(csv, GOOD + "structural-zeros: [{r: M1}]\n", "table.structural-zero", 0);
    refused(csv, GOOD + "tables: {one: [r]}\n", "spec.unused", 5);
    refused(csv, GOOD + "priority: [{cells: {r: M1}, weight: 0}]\n", "spec.number", 5);
    refused(csv, GOOD + "cells: {units: w}\n", "spec.one-column", 2);
    refused(csv, GOOD + "measure: x\ncells: {units: w}\ncontributor: h\n", "spec.needs-records", 7);
    refused(
        csv,
        GOOD.replace("threshold: 3", "group-disclosure: 90") + "measure: x\n",
        "spec.needs-counts",
        3);
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
  void twoWaysOfSplittingACodeMustHoldTheSameLeaves() {
    SequencedMap<String, List<String>> tiers = new LinkedHashMap<>();
    tiers.put("leaf", List.of("A", "B"));
    List<Hierarchy.Split> splits =
        List.of(
            new Hierarchy.Split(Hierarchy.TOTAL, List.of("A", "B")),
            new Hierarchy.Split(Hierarchy.TOTAL, List.of("A")));
    assertThatThrownBy(() -> Hierarchy.of("r", tiers, splits)).hasMessageContaining("same finest");
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
