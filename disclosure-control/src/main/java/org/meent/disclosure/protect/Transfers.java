// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The plainest moves of a table of totals and parts: an amount goes from one finest cell to
 * another, and every total above only one of the two follows. Where few cells are large enough to
 * give the amount, such a move is found at once, and no search of a linear program does much
 * better.
 */
final class Transfers {
  /** Number of largest finest cells that may give or take. */
  private static final int MOST = 2_000;

  /** Number of finest cells under the demanded cell that are tried. */
  private static final int TRIED = 4;

  private final LinearTable table;
  private final Incidence incidence;
  private final WorkingPattern pattern;
  private final int[] totalOfRow;
  private final int[] givers;
  private final int[][] above;
  private final boolean[] marked;
  private double least;
  private long work;

  Transfers(LinearTable table, Incidence incidence, WorkingPattern pattern) {
    this.table = table;
    this.incidence = incidence;
    this.pattern = pattern;
    marked = new boolean[table.size()];
    totalOfRow = new int[incidence.rows()];
    boolean[] total = new boolean[table.size()];
    for (int row = 0; row < totalOfRow.length; row++) {
      totalOfRow[row] = total(row);
      if (totalOfRow[row] >= 0) {
        total[totalOfRow[row]] = true;
      }
    }
    long[] values = table.values();
    givers =
        IntStream.range(0, values.length)
            .filter(cell -> !total[cell] && values[cell] > 0)
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer cell) -> -values[cell])
                    .thenComparing(cell -> cell))
            .limit(MOST)
            .mapToInt(Integer::intValue)
            .toArray();
    above = new int[givers.length][];
    Arrays.setAll(above, k -> above(givers[k]));
  }

  long work() {
    return work;
  }

  /** Whether few finest cells can give so much. */
  boolean rare(long amount) {
    return givers.length > 0 && table.values()[givers[givers.length - 1]] <= amount;
  }

  /** The only negative cell of an equation, or -1. */
  private int total(int row) {
    int found = -1;
    for (int k = incidence.rowStart[row]; k < incidence.rowStart[row + 1]; k++) {
      if (incidence.rowCoefficient[k] < 0) {
        if (found >= 0 || incidence.rowCoefficient[k] != -1) {
          return -1;
        }
        found = incidence.rowCell[k];
      }
    }
    return found;
  }

  /** A cell and every total that it is a part of, ascending. */
  private int[] above(int leaf) {
    int[] found = new int[16];
    int count = 0;
    found[count++] = leaf;
    marked[leaf] = true;
    for (int head = 0; head < count; head++) {
      int cell = found[head];
      for (int k = incidence.cellStart[cell]; k < incidence.cellStart[cell + 1]; k++) {
        int whole = totalOfRow[incidence.cellRow[k]];
        if (whole >= 0 && whole != cell && !marked[whole]) {
          marked[whole] = true;
          found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
          found[count++] = whole;
        }
      }
    }
    int[] cells = Arrays.copyOf(found, count);
    for (int cell : cells) {
      marked[cell] = false;
    }
    Arrays.sort(cells);
    return cells;
  }

  /**
   * The cheapest transfer found that moves a cell by an amount, or null.
   *
   * @param sense +1 if the cell takes, -1 if it gives
   * @param most what the move may cost
   */
  @Nullable Direction find(int cell, int sense, long amount, long[] floor, double most) {
    least = most;
    Direction best = null;
    for (int[] ours : under(cell, sense, amount, floor)) {
      for (int c : ours) {
        marked[c] = true;
      }
      int[] other = partner(ours, cell, sense, amount, floor);
      for (int c : ours) {
        marked[c] = false;
      }
      best = other == null ? best : between(ours, other, sense);
    }
    return best;
  }

  /** What lies above the finest cell that takes or gives for less than was found so far. */
  private int @Nullable [] partner(int[] ours, int cell, int sense, long amount, long[] floor) {
    double base = 0;
    for (int c : ours) {
      base += price(c);
    }
    int[] best = null;
    for (int k = 0; k < givers.length; k++) {
      if (sense > 0 && table.values()[givers[k]] < amount) {
        break;
      }
      double cost = base;
      boolean outside = sense < 0 || table.values()[givers[k]] - floor[givers[k]] >= amount;
      for (int c : above[k]) {
        cost += marked[c] ? -price(c) : price(c);
        outside &= c != cell;
      }
      work += above[k].length;
      if (outside && cost < least) {
        least = cost;
        best = above[k];
      }
    }
    return best;
  }

  private double price(int cell) {
    return pattern.suppressed[cell] ? 0 : pattern.price[cell];
  }

  /** What lies above some finest cells of a cell: the cheapest that can take or give. */
  private int[][] under(int cell, int sense, long amount, long[] floor) {
    int[][] found = new int[TRIED][];
    double[] cost = new double[TRIED];
    int count = 0;
    for (int k = 0; k < givers.length; k++) {
      boolean able = sense > 0 || table.values()[givers[k]] - floor[givers[k]] >= amount;
      if (!able || Arrays.binarySearch(above[k], cell) < 0) {
        continue;
      }
      double sum = 0;
      for (int c : above[k]) {
        sum += price(c);
      }
      int at = count < TRIED ? count++ : TRIED - 1;
      if (at == TRIED - 1 && found[at] != null && cost[at] <= sum) {
        continue;
      }
      while (at > 0 && cost[at - 1] > sum) {
        found[at] = found[at - 1];
        cost[at] = cost[at - 1];
        at--;
      }
      found[at] = above[k];
      cost[at] = sum;
    }
    work += 5L * givers.length;
    if (count == 0) {
      int leaf = largestUnder(cell);
      boolean able = sense > 0 || table.values()[leaf] - floor[leaf] >= amount;
      return able ? new int[][] {above(leaf)} : new int[0][];
    }
    return Arrays.copyOf(found, count);
  }

  /** A finest cell: from each total on to its largest part. */
  private int largestUnder(int cell) {
    int at = cell;
    int next = at;
    do {
      at = next;
      for (int k = incidence.cellStart[at]; k < incidence.cellStart[at + 1] && next == at; k++) {
        int row = incidence.cellRow[k];
        if (totalOfRow[row] == at) {
          next = largestPart(row, at);
        }
      }
    } while (next != at);
    return at;
  }

  private int largestPart(int row, int total) {
    int best = total;
    for (int k = incidence.rowStart[row]; k < incidence.rowStart[row + 1]; k++) {
      int part = incidence.rowCell[k];
      if (part != total && (best == total || table.values()[part] > table.values()[best])) {
        best = part;
      }
    }
    return best;
  }

  /** Up above the one only, down above the other only; the other way round in the other sense. */
  private static Direction between(int[] one, int[] other, int sense) {
    int[] cells = new int[one.length + other.length];
    long[] by = new long[cells.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < one.length || j < other.length) {
      int left = i < one.length ? one[i] : Integer.MAX_VALUE;
      int right = j < other.length ? other[j] : Integer.MAX_VALUE;
      if (left != right) {
        cells[count] = Math.min(left, right);
        by[count++] = left < right ? sense : -sense;
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return new Direction(Arrays.copyOf(cells, count), Arrays.copyOf(by, count));
  }
}
