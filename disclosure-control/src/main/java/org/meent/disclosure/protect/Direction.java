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
   * possible for an attacker.
   *
   * @param floor the least that the attacker can be sure of in each cell
   */
  boolean reaches(int cell, int sense, long amount, LinearTable table, long[] floor) {
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
      if (floor[j] == Floors.KNOWN
          || compareProducts(Math.abs(by[i]), steps, Long.MAX_VALUE, 1) > 0) {
        return false;
      }
      boolean falls = (by[i] < 0) == (at > 0);
      if (falls
          && table.kind() != LinearTable.Kind.SIGNED_AMOUNTS
          && compareProducts(Math.abs(by[i]), steps, table.values()[j] - floor[j], scale) > 0) {
        return false;
      }
    }
    return true;
  }

  /** The falling cell that keeps a move in whole numbers from reaching an amount the most. */
  int stop(int cell, int sense, long amount, LinearTable table, long[] floor) {
    long at = by(cell) * sense;
    long steps = Math.ceilDiv(amount, Math.abs(at));
    int worst = cells[0];
    long most = Long.MIN_VALUE;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != cell && (by[i] < 0) == (at > 0)) {
        long lacks = Math.abs(by[i]) * steps - (table.values()[cells[i]] - floor[cells[i]]);
        if (lacks > most) {
          most = lacks;
          worst = cells[i];
        }
      }
    }
    return worst;
  }

  /**
   * The same against the public: only the cell that stops first has to be asked.
   *
   * @param floor the floors of the public, the same each time
   */
  boolean reachesForAll(int cell, int sense, long amount, LinearTable table, long[] floor) {
    long at = by(cell) * sense;
    if (at == 0) {
      return false;
    }
    boolean whole = table.kind() == LinearTable.Kind.COUNTS;
    long size = Math.abs(at);
    long steps = whole ? Math.ceilDiv(amount, size) : amount;
    int stop = tightest(at > 0, table, floor);
    if (compareProducts(largest, steps, Long.MAX_VALUE, 1) > 0) {
      return false;
    }
    if (stop == NONE) {
      return true;
    }
    long room = table.values()[cells[stop]] - floor[cells[stop]];
    return compareProducts(Math.abs(by[stop]), steps, room, whole ? 1 : size) <= 0;
  }

  private int tightest(boolean forward, LinearTable table, long[] floor) {
    int side = forward ? 0 : 1;
    if (tightest[side] == UNKNOWN) {
      int stop = NONE;
      boolean bounded = table.kind() != LinearTable.Kind.SIGNED_AMOUNTS;
      for (int i = 0; i < cells.length; i++) {
        largest = Math.max(largest, Math.abs(by[i]));
        boolean falls = bounded && (by[i] < 0) == forward;
        if (falls && (stop == NONE || stopsBefore(i, stop, table, floor))) {
          stop = i;
        }
      }
      tightest[side] = stop;
    }
    return tightest[side];
  }

  /** Whether a falling cell is at its floor after fewer steps than another. */
  private boolean stopsBefore(int i, int other, LinearTable table, long[] floor) {
    long room = table.values()[cells[i]] - floor[cells[i]];
    long otherRoom = table.values()[cells[other]] - floor[cells[other]];
    return compareProducts(room, Math.abs(by[other]), otherRoom, Math.abs(by[i])) < 0;
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
