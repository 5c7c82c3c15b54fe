// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.disclosure.audit.Verification;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.spec.SpecReader;
import org.meent.protocols.refusal.RefusalException;

/** Everything a specification can say, protected and then counted and proved again by others. */
class RichSpecTest {
  private static final String[] SHAPES = {
    "dimensions: {r: [prov, mun], a: div}",
    "dimensions: {r: {columns: [prov, mun], also: [[area, mun]]}, a: [sec, div]}",
    "dimensions: {r: {columns: mun, groups: {North: [M0, M1], Coast: [M1, M2]}}, a: div}",
    "dimensions: {r: {columns: mun, tree: tree.csv}, a: div, c: cls}\n"
        + "tables: {one: [r, a], two: [r, c], three: [a, c]}"
  };
  private static final String[] RULES = {
    "rules: {threshold: {minimum: 3, range: 20}}",
    "rules: {threshold: 3, group-disclosure: 80, class-disclosure: true}",
    "rules: {threshold: 2}\nzeros: disclosive\nstructural-zeros: [{r: M0, a: D3}]",
    "measure: x\ncontributor: h\nrules: {p-percent: [5, 12], dominance: [{n: 2, k: 85}]}",
    "measure: x\nweight: w\nrules: {dominance: [{n: 1, k: 60}, {n: 3, k: 90}], threshold: 3}",
    "measure: x\ncontributor: h\n"
        + "rules: {request: {column: asked, code: yes, p-percent: 20, share: 60}, threshold: 2}",
    "weight: w\nrules: {threshold: 3}\nmissing: {codes: [D0], treat: safe}",
    "measure: y\ncontributor: h\nrules: {p-percent: 10, prior-posterior: {p: 10, q: 60}}"
  };
  private static final String[] STANDARDS = {"exact", "interval", "insider"};

  @TempDir Path folder;

  private void records(long seed, int count) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> lines = new ArrayList<>(List.of("prov,mun,area,sec,div,cls,h,x,y,w,asked"));
    for (int i = 0; i < count; i++) {
      int mun = random.nextInt(5);
      int div = random.nextInt(4);
      long size = (long) StrictMath.exp(7 * random.nextDouble());
      lines.add(
          "P%d,M%d,A%d,S%d,D%d,C%d,h%02d,%d.%d,%d,%d.%d,%s"
              .formatted(
                  mun / 2,
                  mun,
                  mun % 2,
                  div / 2,
                  div,
                  i % 2,
                  random.nextInt(count),
                  size,
                  i % 10,
                  size - 60,
                  1 + random.nextInt(3),
                  5 * random.nextInt(2),
                  i % 2 == 0 ? "no" : "yes"));
    }
    Files.write(folder.resolve("g.csv"), lines);
    Files.writeString(
        folder.resolve("tree.csv"),
        "code,parent\nUp,\nDown,\nM0,Up\nM1,Up\nM2,Down\nDeep,Down\nM3,Deep\nM4,Deep\n");
  }

  private ProtectionJob job(String rest) throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.yaml"), "input: g.csv\n" + rest + "\n");
    return ProtectionJob.read(spec).withEffort(2_000_000);
  }

  /** The verifier counts records, rules and levels again by code of its own. */
  @Test
  void whateverIsAskedIsCountedAgainAndProved() throws IOException {
    int proved = 0;
    for (int c = 0; c < 96; c++) {
      records(c, 30 + 11 * (c % 5));
      String spec = SHAPES[c / 24] + "\n" + RULES[c % 8] + "\nstandard: " + STANDARDS[c / 8 % 3];
      try {
        ProtectedTable table = job(spec).run(folder.resolve("out"));
        Verification verdict = Verification.of(folder.resolve("out"));
        assertThat(verdict.faults()).as("case " + c).isEmpty();
        assertThat(verdict.records().primaries()).isEqualTo(table.pattern().primaries().length);
        assertThat(SpecReader.read(folder.resolve("out/spec.yaml")).sensitivity().rules())
            .hasSameElementsAs(SpecReader.read(folder.resolve("spec.yaml")).sensitivity().rules());
        proved++;
      } catch (RefusalException e) {
        assertThat(e.refusals().getFirst().code())
            .as("case " + c)
            .isIn("disclosure.protect.impossible", "disclosure.table.structural-zero");
      }
    }
    assertThat(proved).isGreaterThan(70);
  }

  /** Cells that two tables share are one cell, left out in both or in neither. */
  @Test
  void linkedTablesAgree() throws IOException {
    records(5, 60);
    String spec = SHAPES[3] + "\nrules: {threshold: 4}\nstandard: interval";
    ProtectedTable table = job(spec).run(folder.resolve("out"));
    // 9 codes of r, 5 of a, 3 of c: 45 + 27 + 15 cells, of which 9 + 5 + 3 - 1 + 1 stand twice
    assertThat(table.table().size()).isEqualTo(45 + 27 + 15 - 9 - 5 - 3 + 1);
    assertThat(released("one", "r,a", "Total")).isEqualTo(released("two", "r,c", "Total"));
  }

  /** The lines of a table whose last code is the total, without that code. */
  private List<String> released(String table, String header, String total) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("out/released-" + table + ".csv"));
    assertThat(lines.getFirst()).isEqualTo(header + ",value");
    return lines.stream()
        .map(line -> line.split(",", -1))
        .filter(codes -> codes[1].equals(total))
        .map(codes -> codes[0] + "=" + codes[2])
        .sorted()
        .toList();
  }

  /**
   * Handbook on SDC, 4.2.1, sampling weights: 100 with weight 4 and 10 with weight 7 make 470, and
   * the two largest contributors are 100 and 100; 1.5 copies of 100 give 100 and half of 100.
   */
  @Test
  void aWeightStandsForSoManyContributors() throws IOException {
    String[] weights = {"4", "1.5"};
    long[][] expected = {{470, 100, 100}, {2200, 1000, 550}};
    for (int k = 0; k < 2; k++) {
      Files.writeString(folder.resolve("g.csv"), "a,x,w\nA,100,%s\nA,10,7\n".formatted(weights[k]));
      ProtectionJob job =
          job("dimensions: {a: a}\nmeasure: x\nweight: w\nrules: {p-percent: 3}\nstandard: exact");
      HierarchicalTable table = job.tabulate();
      assertThat(table.value(0)).isEqualTo(expected[k][0]);
      assertThat(table.content(0).largest()).isEqualTo(Arrays.copyOfRange(expected[k], 1, 3));
      assertThat(table.units(0)).isEqualTo(2);
    }
  }

  /** 100 with weight 2 and 1 with weight 3 make 203: sensitive for every p above 3. */
  @Test
  void theHandbooksExampleOfOverprotection() throws IOException {
    Files.writeString(folder.resolve("g.csv"), "a,x,w\nA,100,2\nA,1,3\n");
    String spec =
        "dimensions: {a: a}\nmeasure: x\nweight: w\nrules: {p-percent: %s}\nstandard: exact";
    for (String p : List.of("3", "3.1")) {
      ProtectionJob job = job(spec.formatted(p));
      List<Demand> demands = job.demands(job.tabulate(), job.spec().sensitivity());
      assertThat(demands.isEmpty()).isEqualTo(p.equals("3"));
    }
  }

  /** All of C are in x: that nobody is in y is what has to stay open. */
  @Test
  void zerosBesideAFullCellAreSensitive() throws IOException {
    Files.writeString(
        folder.resolve("g.csv"),
        "c,s\n" + "A,x\n".repeat(9) + "A,y\n".repeat(8) + "C,x\n".repeat(7));
    ProtectionJob job =
        job("dimensions: {c: c, s: s}\nrules: {class-disclosure: true}\nstandard: exact");
    HierarchicalTable table = job.tabulate();
    assertThat(job.demands(table, job.spec().sensitivity()))
        .containsExactly(Demand.exact(table.cell(List.of("C", "y"))));
    job = job("dimensions: {c: c, s: s}\nrules: {group-disclosure: 60}\nstandard: interval");
    // 60 % of 24 is 14: x has 16, A 17; of y's 8 it is 4, A has 8; of C's 7 it is 4, x has 7
    assertThat(job.demands(table, job.spec().sensitivity()))
        .containsExactly(
            new Demand(table.cell(List.of("Total", "x")), 2, 0),
            new Demand(table.cell(List.of("A", "Total")), 3, 0),
            new Demand(table.cell(List.of("A", "y")), 4, 0),
            new Demand(table.cell(List.of("C", "x")), 3, 0),
            Demand.exact(table.cell(List.of("C", "y"))));
  }

  /** The same table from records and from its cells is protected alike. */
  @Test
  void aTableOfCellsIsProtectedLikeItsRecords() throws IOException {
    records(11, 80);
    String rest = "measure: x\nrules: {p-percent: 15, threshold: 2}\nstandard: interval";
    HierarchicalTable table = job(SHAPES[0] + "\n" + rest).tabulate();
    StringBuilder cells = new StringBuilder("r,a,x,n,x1,x2\n");
    for (int cell = 0; cell < table.size(); cell++) {
      cells.append(table.code(cell, 0)).append(',').append(table.code(cell, 1));
      cells.append(',').append(PatternFiles.number(table.value(cell), table.scale()));
      cells.append(',').append(table.units(cell));
      for (int k = 0; k < 2; k++) {
        long[] top = table.content(cell).largest();
        long part = top.length == 0 ? 0 : top[k];
        cells.append(',').append(PatternFiles.number(part, table.scale()));
      }
      cells.append('\n');
    }
    int[] fromRecords = job(SHAPES[0] + "\n" + rest).run().pattern().primaries();
    Files.writeString(folder.resolve("g.csv"), cells);
    Files.writeString(
        folder.resolve("tree.csv"),
        "code,parent\nP0,\nP1,\nP2,\nM0,P0\nM1,P0\nM2,P1\nM3,P1\nM4,P2\n");
    String shape =
        "cells: {units: n, largest: [x1, x2]}\n"
            + "dimensions: {r: {columns: r, tree: tree.csv}, a: a}\n";
    assertThat(job(shape + rest).run(folder.resolve("out")).pattern().primaries())
        .isEqualTo(fromRecords);
    assertThat(Verification.of(folder.resolve("out")).faults()).isEmpty();
  }

  @Test
  void whatMustStayStaysOrTheConflictIsNamed() throws IOException {
    records(3, 60);
    String spec = SHAPES[0] + "\nrules: {threshold: 3}\nstandard: exact\n";
    ProtectedTable free = job(spec).run();
    int secondary = free.pattern().secondaries()[0];
    String name =
        "{r: %s, a: %s}"
            .formatted(free.table().code(secondary, 0), free.table().code(secondary, 1));
    ProtectedTable bound = job(spec + "must-stay: [" + name + "]").run();
    assertThat(bound.pattern().secondaries()).doesNotContain(secondary);
    ProtectedTable dear = job(spec + "priority: [{cells: " + name + ", weight: 1000}]").run();
    assertThat(dear.pattern().secondaries()).doesNotContain(secondary);
    assertThatThrownBy(() -> job(spec + "must-stay: [{r: {level: mun}}]").run())
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("sensitive cells, the first is r=M");
    // everything but the sensitive cells must stay: nothing is left to protect them
    assertThatThrownBy(() -> job(spec + "must-stay: [" + safe(free) + "]").run())
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("must stay published make that impossible")
        .hasMessageContaining("(r=");
  }

  /** Every cell that is not sensitive, as patterns. */
  private static String safe(ProtectedTable table) {
    List<String> cells = new ArrayList<>();
    for (int cell = 0; cell < table.table().size(); cell++) {
      if (Arrays.binarySearch(table.pattern().primaries(), cell) < 0) {
        cells.add(
            "{r: %s, a: %s}".formatted(table.table().code(cell, 0), table.table().code(cell, 1)));
      }
    }
    return String.join(", ", cells);
  }
}
