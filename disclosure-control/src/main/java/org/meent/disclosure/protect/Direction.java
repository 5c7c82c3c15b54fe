// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A change of some suppressed cells that keeps every equation, in whole numbers without a common
 * factor. Every multiple, forward or backward, that stays within the bounds is a possible table.
 */
final class Direction {
  private static final int UNKNOWN = -2;
  private static final int NONE = -1;

  final int[] cells;
  final long[] by;

  /** For moves as written and turned round: the place of the cell that stops first, once known. */
  private final int[] tightest = {UNKNOWN, UNKNOWN};

  private long largest;

  Direction(int[] cells, long[] by) {
    this.cells = cells;
    this.by = by;
  }

  /** Without the zeros and the common factor; null if nothing moves. */
  static @Nullable Direction reduced(int[] cells, long[] by) {
    long divisor = 0;
    int count = 0;
    for (long one : by) {
      divisor = gcd(divisor, Math.abs(one));
      count += one == 0 ? 0 : 1;
    }
    int[] moved = new int[count];
    long[] steps = new long[count];
    int at = 0;
    for (int i = 0; i < by.length; i++) {
      if (by[i] != 0) {
        moved[at] = cells[i];
        steps[at++] = by[i] / divisor;
      }
    }
    return count == 0 ? null : new Direction(moved, steps);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  long by(int cell) {
    int at = Arrays.binarySearch(cells, cell);
    return at < 0 ? 0 : by[at];
  }

  /**
   * Whether some multiple moves a cell by at least an amount in a sense (+1 up, -1 down) and stays
   * possible for an attacker who knows his own parts.
   *
   * @param own the attacker's own part of each cell, zero for the public
   */
  boolean reaches(int cell, int sense, long amount, LinearTable table, long[] own) {
    long at = by(cell) * sense;
    if (at == 0) {
      return false;
    }
    boolean whole = table.kind() == LinearTable.Kind.COUNTS;
    long size = Math.abs(at);
    long steps = whole ? Math.ceilDiv(amount, size) : amount;
    long scale = whole ? 1 : size;
    for (int i = 0; i < cells.length; i++) {
      int j = cells[i];
      long part = own[j];
      if (part != 0 && part == table.values()[j]) {
        return false;
      }
      if (compareProducts(Math.abs(by[i]), steps, Long.MAX_VALUE, 1) > 0) {
        return false;
      }
      boolean falls = (by[i] < 0) == (at > 0);
      if (falls
          && table.kind() != LinearTable.Kind.SIGNED_AMOUNTS
          && compareProducts(Math.abs(by[i]), steps, table.values()[j] - part, scale) > 0) {
        return false;
      }
    }
    return true;
  }

  /** The falling cell that keeps a move in whole numbers from reaching an amount the most. */
  int stop(int cell, int sense, long amount, LinearTable table, long[] own) {
    long at = by(cell) * sense;
    long steps = Math.ceilDiv(amount, Math.abs(at));
    int worst = cells[0];
    long most = Long.MIN_VALUE;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != cell && (by[i] < 0) == (at > 0)) {
        long lacks = Math.abs(by[i]) * steps - (table.values()[cells[i]] - own[cells[i]]);
        if (lacks > most) {
          most = lacks;
          worst = cells[i];
        }
      }
    }
    return worst;
  }

  /** The same against the public: only the cell that stops first has to be asked. */
  boolean reaches(int cell, int sense, long amount, LinearTable table) {
    long at = by(cell) * sense;
    if (at == 0) {
      return false;
    }
    boolean whole = table.kind() == LinearTable.Kind.COUNTS;
    long size = Math.abs(at);
    long steps = whole ? Math.ceilDiv(amount, size) : amount;
    int stop = tightest(at > 0, table);
    if (compareProducts(largest, steps, Long.MAX_VALUE, 1) > 0) {
      return false;
    }
    return stop == NONE
        || compareProducts(Math.abs(by[stop]), steps, table.values()[cells[stop]], whole ? 1 : size)
            <= 0;
  }

  private int tightest(boolean forward, LinearTable table) {
    int side = forward ? 0 : 1;
    if (tightest[side] == UNKNOWN) {
      int stop = NONE;
      boolean bounded = table.kind() != LinearTable.Kind.SIGNED_AMOUNTS;
      for (int i = 0; i < cells.length; i++) {
        largest = Math.max(largest, Math.abs(by[i]));
        boolean falls = bounded && (by[i] < 0) == forward;
        if (falls && (stop == NONE || stopsBefore(i, stop, table))) {
          stop = i;
        }
      }
      tightest[side] = stop;
    }
    return tightest[side];
  }

  /** Whether a falling cell is empty after fewer steps than another. */
  private boolean stopsBefore(int i, int other, LinearTable table) {
    long value = table.values()[cells[i]];
    long otherValue = table.values()[cells[other]];
    return compareProducts(value, Math.abs(by[other]), otherValue, Math.abs(by[i])) < 0;
  }

  /** The witness that moves a cell by an amount in a sense. */
  Witness witness(int cell, int sense, long amount, LinearTable table) {
    long at = by(cell) * sense;
    long size = Math.abs(at);
    boolean whole = table.kind() == LinearTable.Kind.COUNTS || amount % size == 0;
    long steps = whole ? Math.ceilDiv(amount, size) : amount;
    long[] moves = new long[by.length];
    for (int i = 0; i < by.length; i++) {
      moves[i] = Math.multiplyExact(at > 0 ? by[i] : -by[i], steps);
    }
    return new Witness(cells, moves, whole ? 1 : size);
  }

  /** Compares a*b with c*d exactly; all not negative. */
  static int compareProducts(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }
}
