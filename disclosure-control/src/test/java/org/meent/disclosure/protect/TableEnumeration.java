// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * All tables of three by three counts with margins that agree with what is published, with what an
 * attacker contributed, and with the rule that zeros are published. Written for reading: one inner
 * cell after another takes every value, and a sum is looked at as soon as its last part is known.
 */
final class TableEnumeration {
  private static final int SIDE = 3;
  private static final int WIDE = SIDE + 1;

  /** How far above its true value a cell is tried. */
  private static final int FARTHEST = 6;

  private final long[] values;
  private final boolean[] suppressed;
  private final long[] parts;
  private final long[] y = new long[WIDE * WIDE];
  private List<Predicate<long[]>> wanted = List.of();

  TableEnumeration(long[] values, boolean[] suppressed, long[] parts) {
    this.values = values;
    this.suppressed = suppressed;
    this.parts = parts;
  }

  /** Whether for each wish some possible table grants it; stops when all are granted. */
  boolean meets(List<Predicate<long[]>> wishes) {
    wanted = new ArrayList<>(wishes);
    tables(0);
    return wanted.isEmpty();
  }

  private void tables(int inner) {
    if (wanted.isEmpty()) {
      return;
    }
    if (inner == SIDE * SIDE) {
      wanted.removeIf(wish -> wish.test(y));
      return;
    }
    int row = inner / SIDE;
    int column = inner % SIDE;
    int cell = row * WIDE + column;
    boolean known = known(cell);
    long least = Math.max(parts[cell], values[cell] > 0 ? 1 : 0); // a zero is never left out
    for (long v = known ? values[cell] : least; v <= values[cell] + (known ? 0 : FARTHEST); v++) {
      y[cell] = v;
      if (sums(row, column)) {
        tables(inner + 1);
      }
    }
  }

  /** Whether the sums that are complete now are possible. */
  private boolean sums(int row, int column) {
    if (column == SIDE - 1 && !sum(row * WIDE, 1)) {
      return false;
    }
    if (row == SIDE - 1 && !sum(column, WIDE)) {
      return false;
    }
    return row < SIDE - 1 || column < SIDE - 1 || (sum(SIDE, WIDE) && sum(SIDE * WIDE, 1));
  }

  /** Adds three cells into the fourth of their line. */
  private boolean sum(int first, int step) {
    int total = first + SIDE * step;
    y[total] = y[first] + y[first + step] + y[first + 2 * step];
    return known(total)
        ? y[total] == values[total]
        : y[total] >= parts[total] && y[total] <= values[total] + FARTHEST;
  }

  /** Published, or the attacker's own alone. */
  private boolean known(int cell) {
    return !suppressed[cell] || (parts[cell] != 0 && parts[cell] == values[cell]);
  }
}
