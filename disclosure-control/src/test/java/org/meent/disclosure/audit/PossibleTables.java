// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All tables of whole numbers from zero that agree with what is published and lie within a distance
 * of the truth, and how far each cell goes in them. Written for reading: one finest cell after
 * another takes every value, and a sum follows as soon as all its parts are there.
 *
 * <p>The distance takes nothing away: in the tables of these tests (two dimensions, one of them
 * hierarchical, or linked by one dimension) every change is made of steps that move each cell by
 * the same amount, so whatever moves one cell by k can be done with no cell moving more.
 */
final class PossibleTables {
  private final List<List<String>> order = new ArrayList<>();
  private final long[] truth;
  private final long[] floor;
  private final long[] ceiling;

  /** Per place in the order, the sums that are whole there: a total and its parts. */
  private final List<List<int[]>> sums = new ArrayList<>();

  private final boolean[] isSum;
  private final long[] y;
  private final long[] least;
  private final long[] most;

  /**
   * Looks.
   *
   * @param suppressed cells that are left out
   * @param known what somebody who looks knows to be in a cell at least
   * @param gap what everybody knows to be at least in a cell that is left out and not empty
   */
  PossibleTables(
      SmallTable table,
      Map<List<String>, Long> values,
      Set<List<String>> suppressed,
      Map<List<String>, Long> known,
      long gap,
      long distance) {
    for (List<String> cell : values.keySet()) {
      if (table.sums(cell).isEmpty()) {
        order.add(cell);
        follow(table, values);
      }
    }
    truth = order.stream().mapToLong(values::get).toArray();
    floor = truth.clone();
    ceiling = truth.clone();
    isSum = new boolean[truth.length];
    for (int c = 0; c < truth.length; c++) {
      long part = known.getOrDefault(order.get(c), 0L);
      if (suppressed.contains(order.get(c)) && (part == 0 || part < truth[c])) {
        floor[c] = Math.max(Math.max(part, Math.min(gap, truth[c])), truth[c] - distance);
        ceiling[c] = truth[c] + distance;
      }
      sums.add(new ArrayList<>());
    }
    for (int c = 0; c < truth.length; c++) {
      for (List<List<String>> parts : table.sums(order.get(c))) {
        int[] sum = new int[parts.size() + 1];
        sum[0] = c;
        Arrays.setAll(sum, k -> k == 0 ? sum[0] : order.indexOf(parts.get(k - 1)));
        int whole = Arrays.stream(sum).max().orElseThrow();
        isSum[c] |= whole == c;
        sums.get(whole).add(sum);
      }
    }
    y = new long[truth.length];
    least = truth.clone();
    most = truth.clone();
    tables(0);
  }

  /** Adds the sums whose parts are all there. */
  private void follow(SmallTable table, Map<List<String>, Long> values) {
    for (List<String> cell : values.keySet()) {
      if (!order.contains(cell) && table.sums(cell).stream().anyMatch(order::containsAll)) {
        order.add(cell);
      }
    }
  }

  long least(List<String> cell) {
    return least[order.indexOf(cell)];
  }

  long most(List<String> cell) {
    return most[order.indexOf(cell)];
  }

  private void tables(int c) {
    if (c == y.length) {
      for (int k = 0; k < y.length; k++) {
        least[k] = Math.min(least[k], y[k]);
        most[k] = Math.max(most[k], y[k]);
      }
      return;
    }
    long from = isSum[c] ? Math.max(floor[c], of(first(c))) : floor[c];
    long to = isSum[c] ? Math.min(ceiling[c], of(first(c))) : ceiling[c];
    for (y[c] = from; y[c] <= to; y[c]++) {
      if (holds(sums.get(c))) {
        tables(c + 1);
      }
    }
  }

  private int[] first(int c) {
    return sums.get(c).stream().filter(sum -> sum[0] == c).findFirst().orElseThrow();
  }

  private boolean holds(List<int[]> whole) {
    for (int[] sum : whole) {
      if (y[sum[0]] != of(sum)) {
        return false;
      }
    }
    return true;
  }

  private long of(int[] sum) {
    long value = 0;
    for (int k = 1; k < sum.length; k++) {
      value += y[sum[k]];
    }
    return value;
  }
}
