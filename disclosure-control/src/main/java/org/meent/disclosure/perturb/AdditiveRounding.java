// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import java.util.Arrays;
import org.meent.disclosure.perturb.Alternative.Method;
import org.meent.disclosure.protect.LinearTable;
import org.meent.protocols.literature.Reference;

/**
 * Rounds inner counts to one of the two adjacent multiples of a base, and makes every total the sum
 * of its rounded parts: the table adds up. Which way each count goes is chosen so that the sum of
 * squared changes over all cells, totals included, is small: counts are taken one after the other,
 * each in the better direction, then changed singly and in pairs until nothing improves.
 *
 * <p>The search finds a good table, not always the best; totals can move further than one base.
 * Counts that are multiples of the base stay.
 */
@Reference(
    authors = "Ø. Langsrud, J. Heldal (2018)",
    title = "An algorithm for small count rounding of tabular data",
    source = "Privacy in Statistical Databases, Valencia",
    url = "https://doi.org/10.13140/RG.2.2.12086.37447")
public final class AdditiveRounding {
  private static final int MOST_PASSES = 40;
  private static final int NEIGHBOURS = 24;

  private final long[] values;
  private final int base;
  private final InnerCells inner;
  private final int[] open;
  private final boolean[] up;
  private final long[] change;

  private AdditiveRounding(LinearTable table, int base, boolean smallOnly) {
    this.values = table.values();
    this.base = base;
    this.inner = InnerCells.of(table);
    int[] cells = inner.cells;
    this.open =
        java.util.stream.IntStream.range(0, cells.length)
            .filter(i -> values[cells[i]] % base != 0 && (!smallOnly || values[cells[i]] < base))
            .toArray();
    this.up = new boolean[cells.length];
    this.change = new long[values.length];
  }

  /**
   * All inner counts become multiples of the base.
   *
   * @param table counts with sums as their relations
   * @param base from 2
   */
  public static Alternative controlled(LinearTable table, int base) {
    return new AdditiveRounding(table, base, false).round(Method.CONTROLLED_ROUNDING, false);
  }

  /**
   * Inner counts below the base become 0 or the base; larger ones stay as they are.
   *
   * @param table counts with sums as their relations
   * @param base from 2
   */
  public static Alternative smallCounts(LinearTable table, int base) {
    return new AdditiveRounding(table, base, true).round(Method.SMALL_COUNT_ROUNDING, true);
  }

  private Alternative round(Method method, boolean smallOnly) {
    choose();
    boolean better = true;
    for (int pass = 0; better && pass < MOST_PASSES; pass++) {
      better = flip() | swap();
    }
    long[] rounded = new long[values.length];
    Arrays.setAll(rounded, cell -> values[cell] + change[cell]);
    return bounds(method, smallOnly, rounded);
  }

  /** Every count down, then each in turn up if that is better so far. */
  private void choose() {
    for (int i : open) {
      long rest = values[inner.cells[i]] % base;
      long down = cost(i, -rest);
      boolean raise = cost(i, base - rest) < down;
      up[i] = raise;
      add(i, raise ? base - rest : -rest);
    }
  }

  private boolean flip() {
    boolean better = false;
    for (int i : open) {
      long step = step(i);
      if (cost(i, step) < 0) {
        move(i, step);
        better = true;
      }
    }
    return better;
  }

  /** Of two counts that went opposite ways, each goes the other way. */
  private boolean swap() {
    boolean better = false;
    for (int at = 0; at < open.length; at++) {
      int i = open[at];
      long step = step(i);
      long alone = cost(i, step);
      move(i, step);
      int best = -1;
      long least = -alone;
      for (int next = at + 1; next < Math.min(open.length, at + NEIGHBOURS); next++) {
        int j = open[next];
        long other = step(j);
        long gain = other == -step ? cost(j, other) : Long.MAX_VALUE;
        if (gain < least) {
          least = gain;
          best = j;
        }
      }
      if (best >= 0) {
        move(best, step(best));
        better = true;
      } else {
        move(i, -step);
      }
    }
    return better;
  }

  private long step(int i) {
    return up[i] ? -base : base;
  }

  private void move(int i, long step) {
    up[i] = step > 0;
    add(i, step);
  }

  private void add(int i, long by) {
    for (int cell : inner.above[i]) {
      change[cell] += by;
    }
  }

  /** By how much the sum of squares grows. */
  private long cost(int i, long by) {
    long cost = 0;
    for (int cell : inner.above[i]) {
      cost += by * (2 * change[cell] + by);
    }
    return cost;
  }

  /** What follows for true values: sums of the bounds of the inner cells. */
  private Alternative bounds(Method method, boolean smallOnly, long[] rounded) {
    long[] least = new long[values.length];
    long[] most = new long[values.length];
    for (int i = 0; i < inner.cells.length; i++) {
      long shown = rounded[inner.cells[i]];
      boolean exact = smallOnly && shown > base;
      long low = exact ? shown : smallOnly && shown == base ? 1 : Math.max(0, shown - base + 1);
      long high = exact ? shown : smallOnly ? (shown == 0 ? base - 1 : base) : shown + base - 1;
      for (int cell : inner.above[i]) {
        least[cell] += low;
        most[cell] += high;
      }
    }
    return new Alternative(method, rounded, least, most);
  }
}
