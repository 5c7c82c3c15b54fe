// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All sets of secondary cells that cost less than a bound, cheapest first: the proof, in small
 * tables, that no cheaper pattern exists. Gives up when there are too many.
 */
final class Enumeration {
  /** Number of sets above which there is no enumeration. */
  static final int MOST = 20_000;

  private final double[] cost;
  private final int[] candidates;
  private final double bound;
  private final List<int[]> sets = new ArrayList<>();

  private Enumeration(double[] cost, int[] candidates, double bound) {
    this.cost = cost;
    this.candidates = candidates;
    this.bound = bound;
  }

  /** The sets in order of cost; empty if there are too many to try. */
  static List<int[]> below(double bound, double[] cost, boolean[] primary, boolean[] usable) {
    int[] candidates =
        IntStream.range(0, cost.length)
            .filter(cell -> usable[cell] && !primary[cell])
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer cell) -> cost[cell])
                    .thenComparing(cell -> cell))
            .mapToInt(Integer::intValue)
            .toArray();
    Enumeration enumeration = new Enumeration(cost, candidates, bound * (1 - 1e-9));
    if (!enumeration.extend(new int[0], 0, 0)) {
      return List.of();
    }
    enumeration.sets.sort(Comparator.comparingDouble(enumeration::sum));
    return enumeration.sets;
  }

  private double sum(int[] set) {
    return Arrays.stream(set).mapToDouble(cell -> cost[cell]).sum();
  }

  private boolean extend(int[] set, int from, double spent) {
    if (sets.size() >= MOST) {
      return false;
    }
    sets.add(set);
    for (int i = from; i < candidates.length; i++) {
      double next = spent + cost[candidates[i]];
      if (next >= bound) {
        return true;
      }
      int[] longer = Arrays.copyOf(set, set.length + 1);
      longer[set.length] = candidates[i];
      if (!extend(longer, i + 1, next)) {
        return false;
      }
    }
    return true;
  }
}
