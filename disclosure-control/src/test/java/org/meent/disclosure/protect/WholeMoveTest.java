// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

/**
 * Cubes of counts with all margins published, where the cheapest move is often a fraction: what is
 * found, against every other table with the same margins.
 */
class WholeMoveTest {
  private static final int SIDE = 3;
  private static final int CELLS = SIDE * SIDE * SIDE;
  private static final int CASES = 6000;

  @Test
  void wholeMovesAreFoundWhereverThereAreAny() {
    int open = 0;
    int missed = 0;
    for (int c = 0; c < CASES; c++) {
      RandomStream random = RandomStream.of(7, "cube", c);
      long[] inner = new long[CELLS];
      for (int i = 0; i < CELLS; i++) {
        inner[i] = c % 3 == 0 ? random.nextInt(2) : random.nextInt(3) == 0 ? 1 : 0;
      }
      LinearTable table = table(inner);
      boolean[] suppressed = new boolean[table.size()];
      Arrays.fill(suppressed, 0, CELLS, true);
      List<Demand> demands =
          IntStream.range(0, CELLS).filter(i -> inner[i] == 1).mapToObj(Demand::exact).toList();
      boolean[] differs = new boolean[CELLS];
      tables(inner, new long[CELLS], 0, differs);
      for (Finding finding :
          Suppressor.withDefaults().with(Standard.EXACT).audit(table, demands, suppressed)) {
        boolean found = finding.state() == Finding.State.PROTECTED;
        boolean possible = differs[finding.demand().cell()];
        assertThat(possible || !found).as("case " + c).isTrue();
        open += possible ? 1 : 0;
        missed += possible && !found ? 1 : 0;
      }
    }
    assertThat(open).isGreaterThan(CASES);
    assertThat(missed).isZero();
  }

  /** Marks the cells that differ in some other table with the same margins. */
  private static void tables(long[] inner, long[] y, int at, boolean[] differs) {
    if (at == CELLS) {
      for (int i = 0; i < CELLS; i++) {
        differs[i] |= y[i] != inner[i];
      }
      return;
    }
    for (long value = 0; value <= SIDE; value++) {
      y[at] = value;
      if (fits(inner, y, at)) {
        tables(inner, y, at + 1, differs);
      }
    }
    y[at] = 0;
  }

  /** Whether the lines through a cell are not too full, and right where it is their last. */
  private static boolean fits(long[] inner, long[] y, int at) {
    for (int stride : new int[] {1, SIDE, SIDE * SIDE}) {
      int place = at / stride % SIDE;
      long sum = 0;
      for (int k = 0; k < SIDE; k++) {
        int cell = at + (k - place) * stride;
        sum += inner[cell] - (k <= place ? y[cell] : 0);
      }
      if (sum < 0 || (place == SIDE - 1 && sum != 0)) {
        return false;
      }
    }
    return true;
  }

  private static LinearTable table(long[] inner) {
    List<Equation> equations = new ArrayList<>();
    List<Long> margins = new ArrayList<>();
    for (int stride : new int[] {1, SIDE, SIDE * SIDE}) {
      for (int cell = 0; cell < CELLS; cell++) {
        if (cell / stride % SIDE == 0) {
          int first = cell;
          int[] parts = IntStream.range(0, SIDE).map(k -> first + k * stride).toArray();
          equations.add(Equation.sum("", CELLS + margins.size(), parts));
          margins.add(Arrays.stream(parts).mapToLong(part -> inner[part]).sum());
        }
      }
    }
    long[] values = Arrays.copyOf(inner, CELLS + margins.size());
    for (int k = 0; k < margins.size(); k++) {
      values[CELLS + k] = margins.get(k);
    }
    BitSet cells = new BitSet();
    cells.set(0, CELLS); // zeros are left out too
    return new LinearTable(values, equations).withHiddenZeros(cells);
  }
}
