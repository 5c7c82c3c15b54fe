// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.literature.Reference;

/**
 * Finds the cheapest exact direction that moves one cell by a demanded amount. The linear program
 * of {@link MoveProgram} is solved in a neighbourhood that grows until there is an answer; the
 * answer is scaled to whole numbers and every equation is checked in exact arithmetic. What cannot
 * be made exact is not an answer.
 */
@Reference(
    authors = "J. P. Kelly, B. L. Golden, A. A. Assad (1992)",
    title = "Cell suppression: disclosure protection for sensitive tabular data",
    source = "Networks 22, 397-417",
    url = "https://doi.org/10.1002/net.3230220407")
final class DirectionSearch {
  private static final int[] WIDTH = {3, 6, 16, 64, Integer.MAX_VALUE};
  private static final int[] DEPTH = {2, 3, 4, 8, Integer.MAX_VALUE};
  private static final int[] LIMIT = {100, 300, 900, 2500, 12_000};
  private static final long LARGEST_TABLEAU = 40_000_000;
  private static final int[] DENOMINATORS = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 21, 22, 24, 28, 30, 36, 40, 48,
    60
  };

  /** Number of sizes of neighbourhood. */
  static final int LEVELS = 5;

  private final LinearTable table;
  private final Incidence incidence;
  private final Neighbourhood near;
  private final MoveProgram program = new MoveProgram();
  private final long[] balance;
  private final int[] rowAt;

  DirectionSearch(LinearTable table, Incidence incidence) {
    this.table = table;
    this.incidence = incidence;
    near = new Neighbourhood(incidence, table.values());
    balance = new long[incidence.rows()];
    rowAt = new int[incidence.rows()];
  }

  long work() {
    return program.work() + near.work;
  }

  /**
   * The cheapest direction found, or null.
   *
   * @param cell the cell to move
   * @param sense +1 up, -1 down
   * @param amount how far, positive
   * @param price price of moving a cell; infinite if it may not move
   * @param free price at or below which a cell is already suppressed
   * @param own the attacker's parts
   */
  @Nullable Direction find(
      int cell, int sense, long amount, double[] price, double free, long[] own, int level) {
    if (sense < 0
        && table.kind() != LinearTable.Kind.SIGNED_AMOUNTS
        && table.values()[cell] - own[cell] < amount) {
      return null;
    }
    if (!near.grow(
        cell, amount, price, free, WIDTH[level], DEPTH[level], LIMIT[level], level >= 3)) {
      return null;
    }
    if (!load(cell, sense, amount, price, own)) {
      return null;
    }
    double[] change = program.solve();
    return change == null ? null : exact(cell, sense, amount, change, own);
  }

  /**
   * The whole table as a direction: when everything may move, every multiple of the true table is
   * possible. The last resort when no smaller direction can be made exact; null if a cell that is
   * not zero may not move.
   */
  @Nullable Direction whole(double[] price) {
    long divisor = 0;
    int count = 0;
    for (int j = 0; j < price.length; j++) {
      if (table.values()[j] != 0) {
        if (price[j] == Double.POSITIVE_INFINITY) {
          return null;
        }
        divisor = gcd(divisor, Math.abs(table.values()[j]));
        count++;
      }
    }
    int[] cells = new int[count];
    long[] by = new long[count];
    int at = 0;
    for (int j = 0; j < price.length; j++) {
      if (table.values()[j] != 0) {
        cells[at] = j;
        by[at++] = table.values()[j] / divisor;
      }
    }
    return new Direction(cells, by);
  }

  private boolean load(int cell, int sense, long amount, double[] price, long[] own) {
    int rows = 0;
    for (int k = 0; k < near.rowCount; k++) {
      if (near.count(near.rows[k]) > 0) {
        rowAt[near.rows[k]] = rows++;
      }
    }
    if ((long) rows * near.size > LARGEST_TABLEAU) {
      return false;
    }
    program.shape(rows, near.size);
    for (int i = 0; i < near.size; i++) {
      int j = near.cells[i];
      boolean target = j == cell;
      for (int k = incidence.cellStart[j]; k < incidence.cellStart[j + 1]; k++) {
        int row = rowAt[incidence.cellRow[k]];
        double coefficient = incidence.cellCoefficient[k];
        if (target) {
          program.right(row, -coefficient * sense);
        } else {
          program.entry(row, i, coefficient);
        }
      }
      boolean known = own[j] != 0 && own[j] == table.values()[j];
      double up = target || known ? 0 : Double.POSITIVE_INFINITY;
      double down = target || known ? 0 : down(j, own) / amount;
      double cost = price[j] * (1 + 1e-5 * ((j * 0x9E3779B9) >>> 22));
      program.column(i, cost, up, cost / Math.clamp(down, 1e-6, 1), down);
    }
    return true;
  }

  private double down(int cell, long[] own) {
    return table.kind() == LinearTable.Kind.SIGNED_AMOUNTS
        ? Double.POSITIVE_INFINITY
        : table.values()[cell] - own[cell];
  }

  private @Nullable Direction exact(int cell, int sense, long amount, double[] change, long[] own) {
    change[near.at(cell)] = sense;
    for (int denominator : DENOMINATORS) {
      Direction found = scaled(change, denominator);
      if (found != null && found.reaches(cell, sense, amount, table, own)) {
        return found;
      }
    }
    for (int denominator : DENOMINATORS) {
      Direction found = scaled(change, (double) denominator * amount);
      if (found != null && found.reaches(cell, sense, amount, table, own)) {
        return found;
      }
    }
    return null;
  }

  /** The change times a factor as whole numbers, if it is whole and keeps every equation. */
  private @Nullable Direction scaled(double[] change, double factor) {
    long[] whole = new long[change.length];
    int count = 0;
    for (int i = 0; i < change.length; i++) {
      double scaled = change[i] * factor;
      if (!(Math.abs(scaled) < 0x1p50)) {
        return null;
      }
      whole[i] = Math.round(scaled);
      if (Math.abs(scaled - whole[i]) > 0.02) {
        return null;
      }
      count += whole[i] == 0 ? 0 : 1;
    }
    return balances(whole) ? direction(whole, count) : null;
  }

  private boolean balances(long[] whole) {
    boolean zero = true;
    for (int i = 0; i < near.size; i++) {
      int j = near.cells[i];
      for (int k = incidence.cellStart[j]; k < incidence.cellStart[j + 1]; k++) {
        balance[incidence.cellRow[k]] += whole[i] * incidence.cellCoefficient[k];
      }
    }
    for (int k = 0; k < near.rowCount; k++) {
      zero &= balance[near.rows[k]] == 0;
      balance[near.rows[k]] = 0;
    }
    return zero;
  }

  private @Nullable Direction direction(long[] whole, int count) {
    if (count == 0) {
      return null;
    }
    long[] order = new long[count];
    long divisor = 0;
    int at = 0;
    for (int i = 0; i < near.size; i++) {
      if (whole[i] != 0) {
        order[at++] = ((long) near.cells[i] << 32) | i;
        divisor = gcd(divisor, Math.abs(whole[i]));
      }
    }
    Arrays.sort(order);
    int[] cells = new int[count];
    long[] by = new long[count];
    for (int i = 0; i < count; i++) {
      cells[i] = (int) (order[i] >>> 32);
      by[i] = whole[(int) order[i]] / divisor;
    }
    return new Direction(cells, by);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
