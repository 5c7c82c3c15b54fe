// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

class TransfersTest {
  /** Against every pair of inner cells of a small table. */
  @Test
  void theCheapestTransferIsFound() {
    for (int c = 0; c < 200; c++) {
      RandomStream random = RandomStream.of(5, "transfers", c);
      LinearTable table = table(4, 5, random);
      boolean[] usable = new boolean[table.size()];
      Arrays.fill(usable, true);
      double[] cost = Arrays.stream(table.values()).mapToDouble(v -> Math.max(1, v)).toArray();
      boolean[] none = new boolean[table.size()];
      WorkingPattern pattern = new WorkingPattern(table, none, none, usable, cost);
      Transfers transfers = new Transfers(table, new Incidence(table, usable), pattern);
      int cell = random.nextInt(4) * 6 + random.nextInt(5);
      long amount = 1 + random.nextInt(40);
      double least = Double.POSITIVE_INFINITY;
      for (int other = 0; other < 24; other++) {
        if (other % 6 < 5 && other != cell && table.values()[other] >= amount) {
          boolean row = other / 6 == cell / 6;
          boolean column = other % 6 == cell % 6;
          least =
              Math.min(
                  least,
                  cost[cell]
                      + cost[other]
                      + (row ? 0 : cost[cell / 6 * 6 + 5] + cost[other / 6 * 6 + 5])
                      + (column ? 0 : cost[24 + cell % 6] + cost[24 + other % 6]));
        }
      }
      long[] nobody = new long[table.size()];
      Direction found = transfers.find(cell, 1, amount, nobody, Double.POSITIVE_INFINITY);
      if (found == null) {
        assertThat(least).isInfinite();
      } else {
        assertThat(pattern.added(found)).isEqualTo(least);
        assertThat(found.reachesForAll(cell, 1, amount, table, new long[table.size()])).isTrue();
        assertKeeps(table, found.cells, found.by);
      }
    }
  }

  /** A table that is large enough for transfers; the witnesses are counted again here. */
  @Test
  void giantsOfALargeTableAreProtected() {
    LinearTable table = table(170, 120, RandomStream.of(6, "giants"));
    assertThat(table.size()).isGreaterThan(PlanSearch.LARGE);
    List<Demand> demands =
        IntStream.range(0, table.size())
            .filter(cell -> cell % 121 != 120 && cell < 170 * 121 && table.values()[cell] > 1_000)
            .mapToObj(cell -> new Demand(cell, table.values()[cell] / 5, table.values()[cell] / 4))
            .toList();
    assertThat(demands).hasSizeGreaterThan(20);
    SuppressionPattern pattern =
        Suppressor.withDefaults().withEffort(1_000_000).protect(table, demands);
    boolean[] suppressed = pattern.suppressed(table.size());
    for (Proof proof : pattern.certificate()) {
      long value = table.values()[proof.demand().cell()];
      boolean up = false;
      boolean down = false;
      for (Witness witness : proof.witnesses()) {
        assertKeeps(table, witness.cells(), witness.moves());
        for (int i = 0; i < witness.cells().length; i++) {
          int cell = witness.cells()[i];
          long move = witness.moves()[i];
          assertThat(suppressed[cell]).isTrue();
          assertThat(table.values()[cell] * witness.denominator() + move).isNotNegative();
          up |= cell == proof.demand().cell() && move >= value / 4 * witness.denominator();
          down |= cell == proof.demand().cell() && -move >= value / 5 * witness.denominator();
        }
      }
      assertThat(up && down).isTrue();
    }
    assertThat(pattern.secondaries().length).isLessThan(10 * demands.size());
  }

  private static void assertKeeps(LinearTable table, int[] cells, long[] moves) {
    long[] moved = new long[table.size()];
    for (int i = 0; i < cells.length; i++) {
      moved[cells[i]] = moves[i];
    }
    for (Equation equation : table.equations()) {
      long sum = 0;
      for (int k = 0; k < equation.cells().length; k++) {
        sum += moved[equation.cells()[k]] * equation.coefficients()[k];
      }
      assertThat(sum).isZero();
    }
  }

  /** Nearly everybody is alone in a cell, so that few cells can fall: none may fall to zero. */
  @Test
  void sparseCountsOfALargeTableAreProtected() {
    RandomStream random = RandomStream.of(8, "sparse");
    LinearTable table =
        table(
            170,
            120,
            () -> random.nextInt(12) > 0 ? 0 : random.nextInt(9) > 0 ? 1 : 2 + random.nextInt(3),
            LinearTable.Kind.COUNTS);
    List<Demand> demands =
        IntStream.range(0, table.size())
            .filter(cell -> table.values()[cell] == 1 || table.values()[cell] == 2)
            .mapToObj(Demand::exact)
            .toList();
    assertThat(demands).hasSizeGreaterThan(1_000);
    SuppressionPattern pattern =
        Suppressor.withDefaults()
            .with(Standard.EXACT)
            .withEffort(1_000_000)
            .protect(table, demands);
    boolean[] suppressed = pattern.suppressed(table.size());
    for (Proof proof : pattern.certificate()) {
      Witness witness = proof.witnesses().getFirst();
      assertKeeps(table, witness.cells(), witness.moves());
      assertThat(witness.cells()).contains(proof.demand().cell());
      for (int i = 0; i < witness.cells().length; i++) {
        int cell = witness.cells()[i];
        assertThat(suppressed[cell]).isTrue();
        assertThat(table.values()[cell] + witness.moves()[i]).isPositive();
      }
    }
  }

  /** Amounts with a long tail, with the totals of rows and columns. */
  private static LinearTable table(int rows, int columns, RandomStream random) {
    return table(
        rows,
        columns,
        () -> (long) (10 / StrictMath.pow(1 - random.nextDouble(), 0.9)),
        LinearTable.Kind.AMOUNTS);
  }

  private static LinearTable table(
      int rows, int columns, LongSupplier drawn, LinearTable.Kind kind) {
    int wide = columns + 1;
    long[] values = new long[(rows + 1) * wide];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        long value = drawn.getAsLong();
        for (int cell :
            new int[] {i * wide + j, i * wide + columns, rows * wide + j, rows * wide + columns}) {
          values[cell] += value;
        }
      }
    }
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i <= rows; i++) {
      int first = i * wide;
      equations.add(
          Equation.sum("", first + columns, IntStream.range(first, first + columns).toArray()));
    }
    for (int j = 0; j <= columns; j++) {
      int last = j;
      equations.add(
          Equation.sum(
              "", rows * wide + j, IntStream.range(0, rows).map(i -> i * wide + last).toArray()));
    }
    return new LinearTable(values, equations, kind);
  }
}
