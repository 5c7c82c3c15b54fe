// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/** The equations as flat arrays, from equations to cells and back. */
final class Incidence {
  final int[] rowStart;
  final int[] rowCell;
  final int[] rowCoefficient;
  final int[] cellStart;
  final int[] cellRow;
  final int[] cellCoefficient;

  /**
   * Flattens.
   *
   * @param movable cells that may ever differ from their true value; the others are left out
   */
  Incidence(LinearTable table, boolean[] movable) {
    int rows = table.equations().size();
    rowStart = new int[rows + 1];
    for (int r = 0; r < rows; r++) {
      rowStart[r + 1] = rowStart[r];
      for (int cell : table.equations().get(r).cells()) {
        rowStart[r + 1] += movable[cell] ? 1 : 0;
      }
    }
    rowCell = new int[rowStart[rows]];
    rowCoefficient = new int[rowStart[rows]];
    cellStart = new int[table.size() + 1];
    int at = 0;
    for (Equation equation : table.equations()) {
      for (int k = 0; k < equation.cells().length; k++) {
        if (movable[equation.cells()[k]]) {
          rowCell[at] = equation.cells()[k];
          rowCoefficient[at++] = equation.coefficients()[k];
          cellStart[equation.cells()[k] + 1]++;
        }
      }
    }
    for (int i = 0; i < table.size(); i++) {
      cellStart[i + 1] += cellStart[i];
    }
    cellRow = new int[rowStart[rows]];
    cellCoefficient = new int[rowStart[rows]];
    fillCells(rows);
  }

  private void fillCells(int rows) {
    int[] next = cellStart.clone();
    for (int r = 0; r < rows; r++) {
      for (int k = rowStart[r]; k < rowStart[r + 1]; k++) {
        int at = next[rowCell[k]]++;
        cellRow[at] = r;
        cellCoefficient[at] = rowCoefficient[k];
      }
    }
  }

  int rows() {
    return rowStart.length - 1;
  }

  int cells() {
    return cellStart.length - 1;
  }
}
