// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.literature.Reference;

/**
 * Writes the inverse of a basis anew, as short as it can. Equations with one basic cell left are
 * taken first and cells with one equation left last; neither needs any arithmetic, and in tables
 * that is nearly all. Only the rest in the middle fills up.
 */
@Reference(
    authors = "E. Hellerman, D. Rarick (1971)",
    title = "Reinversion with the preassigned pivot procedure",
    source = "Mathematical Programming 1, 195-216",
    url = "https://doi.org/10.1007/BF01584086")
final class Reinversion {
  private static final double SAFE = 1e-7;

  private final Incidence incidence;
  private final EtaFile file;
  private final SparseVector column;

  /** Per equation: basic cells not yet placed; -1 if it is placed or its slack is basic. */
  private final int[] open;

  /** Per cell: place among the basic variables + 1 while it has no equation yet. */
  private final int[] waiting;

  private int[] basics = new int[0];
  private int[] rows = new int[0];

  Reinversion(Incidence incidence, EtaFile file) {
    this.incidence = incidence;
    this.file = file;
    column = new SparseVector(incidence.rows());
    open = new int[incidence.rows()];
    Arrays.fill(open, -1);
    waiting = new int[incidence.cells()];
  }

  /**
   * Fills the file.
   *
   * @param kernel the equations whose slack is not basic
   * @param variables the basic variables, as many
   * @return the equation that each variable belongs to now; null if the basis is singular for all
   *     that can be told
   */
  int @Nullable [] invert(int[] kernel, int[] variables) {
    file.clear();
    basics = variables;
    rows = new int[variables.length];
    for (int row : kernel) {
      open[row] = 0;
    }
    for (int k = 0; k < basics.length; k++) {
      waiting[basics[k] >> 1] = k + 1;
      count(basics[k] >> 1);
    }
    forwardTriangle(kernel);
    int[] last = backwardTriangle();
    boolean regular = middle();
    for (int k = last.length - 1; k >= 0; k--) {
      file.append(rows[last[k]], incidence, basics[last[k]]);
    }
    for (int k = 0; k < basics.length; k++) {
      open[kernel[k]] = -1;
      waiting[basics[k] >> 1] = 0;
    }
    return regular ? rows : null;
  }

  private void count(int cell) {
    for (int k = incidence.cellStart[cell]; k < incidence.cellStart[cell + 1]; k++) {
      if (open[incidence.cellRow[k]] >= 0) {
        open[incidence.cellRow[k]]++;
      }
    }
  }

  private void forwardTriangle(int[] kernel) {
    int[] queue = new int[kernel.length];
    int tail = 0;
    for (int row : kernel) {
      if (open[row] == 1) {
        queue[tail++] = row;
      }
    }
    for (int head = 0; head < tail; head++) {
      int row = queue[head];
      if (open[row] != 1) {
        continue;
      }
      int place = waitingIn(row);
      int cell = basics[place] >> 1;
      rows[place] = row;
      file.append(row, incidence, basics[place]);
      open[row] = -1;
      waiting[cell] = 0;
      for (int k = incidence.cellStart[cell]; k < incidence.cellStart[cell + 1]; k++) {
        int other = incidence.cellRow[k];
        if (open[other] >= 0 && --open[other] == 1) {
          queue[tail++] = other;
        }
      }
    }
  }

  private int waitingIn(int row) {
    for (int k = incidence.rowStart[row]; k < incidence.rowStart[row + 1]; k++) {
      int place = waiting[incidence.rowCell[k]] - 1;
      if (place >= 0) {
        return place;
      }
    }
    throw new IllegalStateException("counts of basic cells are wrong");
  }

  /** Gives cells with one open equation that equation; their places, to be written last. */
  private int[] backwardTriangle() {
    int[] queue = new int[basics.length];
    int tail = 0;
    for (int place = 0; place < basics.length; place++) {
      if (waits(place) && openRows(place) == 1) {
        queue[tail++] = place;
      }
    }
    int count = 0;
    for (int head = 0; head < tail; head++) {
      int place = queue[head];
      int row = openRow(place);
      if (row < 0) {
        continue;
      }
      rows[place] = row;
      queue[count++] = place;
      open[row] = -1;
      waiting[basics[place] >> 1] = 0;
      for (int k = incidence.rowStart[row]; k < incidence.rowStart[row + 1]; k++) {
        int other = waiting[incidence.rowCell[k]] - 1;
        if (other >= 0 && openRows(other) == 1) {
          queue[tail++] = other;
        }
      }
    }
    return Arrays.copyOf(queue, count);
  }

  private boolean waits(int place) {
    return waiting[basics[place] >> 1] == place + 1;
  }

  private int openRows(int place) {
    int cell = basics[place] >> 1;
    int count = 0;
    for (int k = incidence.cellStart[cell]; k < incidence.cellStart[cell + 1]; k++) {
      count += open[incidence.cellRow[k]] >= 0 ? 1 : 0;
    }
    return count;
  }

  private int openRow(int place) {
    int cell = basics[place] >> 1;
    for (int k = incidence.cellStart[cell]; k < incidence.cellStart[cell + 1]; k++) {
      if (open[incidence.cellRow[k]] >= 0) {
        return incidence.cellRow[k];
      }
    }
    return -1;
  }

  /** What is neither first nor last: each column through the file so far, shortest first. */
  private boolean middle() {
    int[] order =
        IntStream.range(0, basics.length)
            .filter(this::waits)
            .boxed()
            .sorted(Comparator.comparingInt(this::openRows).thenComparing(place -> basics[place]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int place : order) {
      column.clear();
      int cell = basics[place] >> 1;
      for (int k = incidence.cellStart[cell]; k < incidence.cellStart[cell + 1]; k++) {
        int sign = MoveColumns.sign(basics[place]);
        column.add(incidence.cellRow[k], sign * incidence.cellCoefficient[k]);
      }
      file.forward(column);
      int row = pivotRow();
      if (row < 0) {
        return false;
      }
      file.append(row, column);
      open[row] = -1;
      rows[place] = row;
    }
    return true;
  }

  /** Of the open equations with an entry that is large enough, the one with the fewest cells. */
  private int pivotRow() {
    double largest = 0;
    for (int k = 0; k < column.count(); k++) {
      int row = column.index(k);
      if (open[row] >= 0) {
        largest = Math.max(largest, Math.abs(column.get(row)));
      }
    }
    int best = -1;
    for (int k = 0; k < column.count() && largest > SAFE; k++) {
      int row = column.index(k);
      boolean large = open[row] >= 0 && Math.abs(column.get(row)) >= 0.1 * largest;
      if (large && (best < 0 || open[row] < open[best])) {
        best = row;
      }
    }
    return best;
  }
}
