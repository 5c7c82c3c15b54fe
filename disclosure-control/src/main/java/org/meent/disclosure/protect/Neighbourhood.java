// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;

/**
 * The cells near one cell that could move with it. Grown over the equations: of each equation that
 * holds only one chosen cell, the cheapest others come in; then every cell that lies in two
 * equations of chosen cells (the corners of a rectangle); at the end cells that are alone in an
 * equation fall out again, because they cannot move.
 */
final class Neighbourhood {
  private final Incidence incidence;
  private final long[] values;
  private final int[] place;
  private final int[] rowMark;
  private final int[] hits;

  int[] cells = new int[64];
  int size;
  int[] rows = new int[64];
  int rowCount;

  /** Work done so far, in cells looked at. */
  long work;

  Neighbourhood(Incidence incidence, long[] values) {
    this.values = values;
    this.incidence = incidence;
    place = new int[incidence.cells()];
    rowMark = new int[incidence.rows()];
    hits = new int[incidence.cells()];
  }

  /** Position of a cell among the chosen, or -1. */
  int at(int cell) {
    return place[cell] - 1;
  }

  /** Number of chosen cells in an equation that was visited. */
  int count(int row) {
    return rowMark[row];
  }

  /**
   * Grows the neighbourhood of a cell.
   *
   * @param amount how far the cell is to move
   * @param price what a cell costs to use; infinite if it may not move
   * @param width cells taken per equation, of the suppressed and of the others each
   * @param whole whether equations with more than one chosen cell are widened too, so that without
   *     limits everything connected comes in
   * @return false if the cell itself cannot move
   */
  boolean grow(
      int seed,
      long amount,
      double[] price,
      double free,
      int width,
      int depth,
      int limit,
      boolean whole) {
    clear();
    add(seed);
    for (int round = 0; round < depth && size < limit; round++) {
      int before = size;
      int known = rowCount;
      for (int k = 0; k < known && size < limit; k++) {
        if (whole || rowMark[rows[k]] == 1 || round == 0) {
          widen(rows[k], amount, price, free, width);
        }
      }
      close(price, limit);
      close(price, limit);
      if (size == before) {
        break;
      }
    }
    return peel(seed);
  }

  private void clear() {
    for (int i = 0; i < size; i++) {
      place[cells[i]] = 0;
    }
    for (int k = 0; k < rowCount; k++) {
      rowMark[rows[k]] = 0;
    }
    size = 0;
    rowCount = 0;
  }

  private void add(int cell) {
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, size * 2);
    }
    cells[size] = cell;
    place[cell] = ++size;
    for (int k = incidence.cellStart[cell]; k < incidence.cellStart[cell + 1]; k++) {
      int row = incidence.cellRow[k];
      if (rowMark[row]++ == 0) {
        if (rowCount == rows.length) {
          rows = Arrays.copyOf(rows, rowCount * 2);
        }
        rows[rowCount++] = row;
      }
    }
  }

  /** Adds the cheapest cells of one equation, so many suppressed and so many others. */
  private void widen(int row, long amount, double[] price, double free, int width) {
    int start = incidence.rowStart[row];
    int end = incidence.rowStart[row + 1];
    long[] ranked = new long[end - start];
    int count = 0;
    for (int k = start; k < end; k++) {
      int cell = incidence.rowCell[k];
      if (place[cell] == 0 && price[cell] < Double.POSITIVE_INFINITY) {
        double room = Math.clamp((double) Math.abs(values[cell]) / amount, 1e-9, 1);
        float rank = (float) (price[cell] / room * (1 - 1e-3 * room));
        ranked[count++] = ((long) Float.floatToIntBits(rank) << 32) | (k - start);
      }
    }
    Arrays.sort(ranked, 0, count);
    work += 10L * (end - start);
    int suppressed = 0;
    int others = 0;
    for (int i = 0; i < count; i++) {
      int cell = incidence.rowCell[start + (int) ranked[i]];
      boolean isFree = price[cell] <= free;
      if (isFree ? suppressed++ < width : others++ < width) {
        add(cell);
      }
    }
  }

  /** Adds cells that lie in two equations of chosen cells. */
  private void close(double[] price, int limit) {
    int known = rowCount;
    int[] touched = new int[64];
    int count = 0;
    for (int k = 0; k < known; k++) {
      int row = rows[k];
      work += 2L * (incidence.rowStart[row + 1] - incidence.rowStart[row]);
      for (int i = incidence.rowStart[row]; i < incidence.rowStart[row + 1]; i++) {
        int cell = incidence.rowCell[i];
        if (place[cell] == 0 && price[cell] < Double.POSITIVE_INFINITY && hits[cell]++ == 0) {
          if (count == touched.length) {
            touched = Arrays.copyOf(touched, count * 2);
          }
          touched[count++] = cell;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      if (hits[touched[i]] >= 2 && size < limit) {
        add(touched[i]);
      }
      hits[touched[i]] = 0;
    }
  }

  /** Takes out cells that are alone in an equation, again and again. */
  private boolean peel(int seed) {
    int[] queue = Arrays.copyOf(rows, rowCount);
    int head = 0;
    int tail = rowCount;
    while (head < tail) {
      int row = queue[head++];
      if (rowMark[row] != 1) {
        continue;
      }
      int lone = lone(row);
      if (lone == seed) {
        return false;
      }
      place[lone] = 0;
      for (int k = incidence.cellStart[lone]; k < incidence.cellStart[lone + 1]; k++) {
        int other = incidence.cellRow[k];
        if (--rowMark[other] == 1) {
          if (tail == queue.length) {
            queue = Arrays.copyOf(queue, tail * 2);
          }
          queue[tail++] = other;
        }
      }
    }
    compact();
    return true;
  }

  private int lone(int row) {
    for (int i = incidence.rowStart[row]; i < incidence.rowStart[row + 1]; i++) {
      if (place[incidence.rowCell[i]] != 0) {
        return incidence.rowCell[i];
      }
    }
    throw new IllegalStateException("row marks are wrong");
  }

  private void compact() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int cell = cells[i];
      if (place[cell] != 0) {
        cells[kept++] = cell;
        place[cell] = kept;
      }
    }
    size = kept;
  }
}
