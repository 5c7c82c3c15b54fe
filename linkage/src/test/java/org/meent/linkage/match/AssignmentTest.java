// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

class AssignmentTest {
  @Test
  void reachesTheBestOfAllAssignments() {
    for (int i = 0; i < 500; i++) {
      RandomStream random = RandomStream.of(3, "assignment", i);
      int rows = 1 + random.nextInt(5);
      int columns = rows + random.nextInt(3);
      double[][] gain = new double[rows][columns];
      for (double[] row : gain) {
        for (int c = 0; c < columns; c++) {
          row[c] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
        }
      }
      int[] chosen = Assignment.maximise(gain);
      double sum = 0;
      for (int r = 0; r < rows; r++) {
        sum += gain[r][chosen[r]];
      }
      assertThat(chosen).doesNotHaveDuplicates();
      assertThat(sum).isCloseTo(best(gain, 0, 0), within(1e-12));
    }
  }

  /** Oracle: all assignments by recursion. */
  private static double best(double[][] gain, int row, int taken) {
    if (row == gain.length) {
      return 0;
    }
    double best = 0;
    for (int c = 0; c < gain[0].length; c++) {
      if ((taken >> c & 1) == 0) {
        best = Math.max(best, gain[row][c] + best(gain, row + 1, taken | 1 << c));
      }
    }
    return best;
  }
}
