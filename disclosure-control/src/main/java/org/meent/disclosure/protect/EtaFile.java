// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * The inverse of a simplex basis in product form: a list of elementary matrices, each the identity
 * but for one column. An empty list is the basis of slacks, so that a move that reaches few
 * equations of a large table costs little.
 */
@Reference(
    authors = "G. B. Dantzig, W. Orchard-Hays (1954)",
    title = "The product form for the inverse in the simplex method",
    source = "Mathematical Tables and Other Aids to Computation 8, 64-67",
    url = "https://doi.org/10.2307/2001993")
final class EtaFile {
  private static final double NOTHING = 1e-14;

  private int[] row = new int[64];
  private double[] pivot = new double[64];
  private int[] start = new int[65];
  private int[] index = new int[256];
  private double[] entry = new double[256];
  private int count;
  private long work;

  void clear() {
    count = 0;
  }

  int size() {
    return count;
  }

  /** Number of entries. */
  int entries() {
    return start[count];
  }

  /** Work done so far, in multiplications. */
  long work() {
    return work;
  }

  /** Appends the matrix that turns a column into the unit column of a row. */
  void append(int pivotRow, SparseVector column) {
    open(pivotRow, column.get(pivotRow));
    for (int k = 0; k < column.count(); k++) {
      int at = column.index(k);
      put(at, column.get(at));
    }
    count++;
  }

  /** Appends the matrix for a variable's column as it stands in the equations. */
  void append(int pivotRow, Incidence incidence, int variable) {
    int cell = variable >> 1;
    int sign = MoveColumns.sign(variable);
    open(pivotRow, 0);
    for (int k = incidence.cellStart[cell]; k < incidence.cellStart[cell + 1]; k++) {
      double coefficient = sign * incidence.cellCoefficient[k];
      if (incidence.cellRow[k] == pivotRow) {
        pivot[count] = coefficient;
      }
      put(incidence.cellRow[k], coefficient);
    }
    count++;
  }

  private void open(int pivotRow, double size) {
    if (count == row.length) {
      row = Arrays.copyOf(row, count * 2);
      pivot = Arrays.copyOf(pivot, count * 2);
      start = Arrays.copyOf(start, count * 2 + 1);
    }
    row[count] = pivotRow;
    pivot[count] = size;
    start[count + 1] = start[count];
  }

  private void put(int at, double value) {
    if (at == row[count] || Math.abs(value) < NOTHING) {
      return;
    }
    int end = start[count + 1]++;
    if (end == index.length) {
      index = Arrays.copyOf(index, end * 2);
      entry = Arrays.copyOf(entry, end * 2);
    }
    index[end] = at;
    entry[end] = value;
  }

  /** Solves basis times x = vector, in place. */
  void forward(SparseVector vector) {
    for (int e = 0; e < count; e++) {
      double at = vector.get(row[e]);
      if (Math.abs(at) < NOTHING) {
        continue;
      }
      at /= pivot[e];
      vector.set(row[e], at);
      for (int k = start[e]; k < start[e + 1]; k++) {
        vector.add(index[k], -at * entry[k]);
      }
      work += start[e + 1] - start[e];
    }
    work += count;
  }

  /** Solves y times basis = vector, in place. */
  void backward(SparseVector vector) {
    for (int e = count - 1; e >= 0; e--) {
      double sum = vector.get(row[e]);
      double before = sum;
      for (int k = start[e]; k < start[e + 1]; k++) {
        sum -= vector.get(index[k]) * entry[k];
      }
      if (sum != 0 || before != 0) {
        vector.set(row[e], sum / pivot[e]);
      }
    }
    work += start[count] + count;
  }
}
