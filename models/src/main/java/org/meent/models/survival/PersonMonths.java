// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.meent.models.learner.Design;

/**
 * One line for each row and month at risk: the covariates of the row and a line in time that may
 * bend after 3, 6, 12 and 24 months, so that any pace of leaving can rise and fall.
 *
 * @param x covariates and time
 * @param row the row of each line
 * @param month the month of each line
 */
record PersonMonths(Design x, int[] row, int[] month) {
  private static final int[] BENDS = {0, 3, 6, 12, 24};

  /**
   * The lines of some rows until the last month of each.
   *
   * @param horizon decides how often the line in time may bend
   */
  static PersonMonths of(Design x, int[] rows, IntUnaryOperator lastMonth, int horizon) {
    int lines = 0;
    for (int i : rows) {
      lines += lastMonth.applyAsInt(i);
    }
    int[] row = new int[lines];
    int[] month = new int[lines];
    int line = 0;
    for (int i : rows) {
      for (int m = 1; m <= lastMonth.applyAsInt(i); m++) {
        row[line] = i;
        month[line++] = m;
      }
    }
    int bends = (int) Arrays.stream(BENDS).filter(bend -> bend == 0 || bend + 1 < horizon).count();
    double[][] columns = new double[x.width() + bends][lines];
    for (int l = 0; l < lines; l++) {
      for (int j = 0; j < x.width(); j++) {
        columns[j][l] = x.at(row[l], j);
      }
      for (int b = 0; b < bends; b++) {
        columns[x.width() + b][l] = Math.max(0, month[l] - BENDS[b]);
      }
    }
    return new PersonMonths(new Design(columns, lines), row, month);
  }

  int lines() {
    return row.length;
  }
}
