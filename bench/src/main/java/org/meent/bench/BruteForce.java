// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.disclosure.protect.Equation;
import org.meent.disclosure.protect.LinearTable;

/**
 * Tries every table of counts that an attacker can think of: one suppressed cell after another
 * takes every value, until some equation cannot hold any more. Slow and plain; nothing of the
 * protector is in it.
 */
final class BruteForce {
  /** How far above its true value a cell is tried. */
  private static final int FARTHEST = 6;

  private final long[] low;
  private final long[] high;
  private final List<Equation> equations;
  private final int[] order;

  /** Takes the attacker's own parts, which bound every cell from below. */
  BruteForce(LinearTable table, boolean[] suppressed, long[] parts) {
    equations = table.equations();
    low = table.values().clone();
    high = table.values().clone();
    for (int cell = 0; cell < low.length; cell++) {
      boolean alone = parts[cell] != 0 && parts[cell] == low[cell];
      if (suppressed[cell] && !alone) {
        low[cell] = Math.max(parts[cell], low[cell] > 0 ? 1 : 0); // zeros are never left out
        high[cell] += FARTHEST;
      }
    }
    order =
        IntStream.range(0, low.length)
            .filter(cell -> low[cell] < high[cell])
            .boxed()
            .sorted(Comparator.comparingLong(cell -> high[cell] - low[cell]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Whether some table has a cell between two values. */
  boolean exists(int cell, long least, long most) {
    long[] lowest = low.clone();
    long[] highest = high.clone();
    lowest[cell] = Math.max(low[cell], least);
    highest[cell] = Math.min(high[cell], most);
    return narrow(lowest, highest) && search(0, lowest, highest);
  }

  private boolean search(int depth, long[] lowest, long[] highest) {
    int next = depth;
    while (next < order.length && lowest[order[next]] == highest[order[next]]) {
      next++;
    }
    if (next == order.length) {
      return true;
    }
    int cell = order[next];
    for (long v = lowest[cell]; v <= highest[cell]; v++) {
      long[] from = lowest.clone();
      long[] to = highest.clone();
      from[cell] = v;
      to[cell] = v;
      if (narrow(from, to) && search(next + 1, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** Narrows all cells to what the equations leave; false if nothing is left. */
  private boolean narrow(long[] from, long[] to) {
    boolean again = true;
    while (again) {
      again = false;
      for (Equation equation : equations) {
        for (int k = 0; k < equation.cells().length; k++) {
          int cell = equation.cells()[k];
          long[] room = room(equation, k, from, to);
          again |= room[0] > from[cell] || room[1] < to[cell];
          from[cell] = Math.max(from[cell], room[0]);
          to[cell] = Math.min(to[cell], room[1]);
          if (from[cell] > to[cell]) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** What one cell may be when the others of its equation are within their bounds. */
  private static long[] room(Equation equation, int at, long[] from, long[] to) {
    long least = 0;
    long most = 0;
    for (int k = 0; k < equation.cells().length; k++) {
      if (k != at) {
        long sign = -equation.coefficients()[k] * equation.coefficients()[at];
        least += sign > 0 ? from[equation.cells()[k]] : -to[equation.cells()[k]];
        most += sign > 0 ? to[equation.cells()[k]] : -from[equation.cells()[k]];
      }
    }
    return new long[] {least, most};
  }
}
