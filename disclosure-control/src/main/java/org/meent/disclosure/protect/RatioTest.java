// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * Chooses the variable that enters. Bounds that a step passes on the way are flipped as long as the
 * violation is not yet gone, so that one step does the work of many.
 */
@Reference(
    authors = "I. Maros (2003)",
    title = "A generalized dual phase-2 simplex algorithm",
    source = "European Journal of Operational Research 149, 1-16",
    url = "https://doi.org/10.1016/S0377-2217(02)00394-0")
final class RatioTest {
  private final MoveColumns columns;
  private int[] variable = new int[64];
  private double[] ratio = new double[64];
  private int count;
  private int flips;
  private double theta;
  private double gain;

  RatioTest(MoveColumns columns) {
    this.columns = columns;
  }

  /** How far the duals turn along the line. */
  double theta() {
    return theta;
  }

  /** How much the value of the dual grows. */
  double gain() {
    return gain;
  }

  /** Number of variables that flip. */
  int flipped() {
    return flips;
  }

  int flip(int k) {
    return variable[k];
  }

  /**
   * The entering variable, or -1 if nothing can mend the violation.
   *
   * @param violation by how much the leaving variable is too large; negative if too small
   */
  int choose(double violation) {
    collect(violation > 0 ? 1 : -1);
    double slope = Math.abs(violation);
    double passed = 0;
    gain = 0;
    flips = 0;
    while (flips < count) {
      int next = nearest(flips);
      swap(flips, next);
      int v = variable[flips];
      gain += slope * (ratio[flips] - passed);
      passed = ratio[flips];
      double size = Math.abs(columns.line(v >> 1));
      slope -= size * columns.bound(v);
      if (!(slope > MoveProgram.TINY)) {
        int sign = MoveColumns.sign(v);
        theta = sign * columns.reduced(v) / columns.line(v >> 1);
        return v;
      }
      flips++;
    }
    return -1;
  }

  private void collect(int need) {
    count = 0;
    for (int k = 0; k < columns.lineSize(); k++) {
      int cell = columns.candidate(k);
      if (cell < 0) {
        continue;
      }
      double line = columns.line(cell);
      int forward = (need > 0) == (line > 0) ? 2 * cell : 2 * cell + 1;
      int backward = forward ^ 1;
      if (columns.atLower(forward)) {
        add(forward, Math.max(0, columns.reduced(forward)) / Math.abs(line));
      }
      if (columns.atUpper(backward)) {
        add(backward, Math.max(0, -columns.reduced(backward)) / Math.abs(line));
      }
    }
  }

  private void add(int candidate, double at) {
    if (count == variable.length) {
      variable = Arrays.copyOf(variable, count * 2);
      ratio = Arrays.copyOf(ratio, count * 2);
    }
    variable[count] = candidate;
    ratio[count++] = at;
  }

  /** The nearest of the rest; of equally near ones that with the largest entry. */
  private int nearest(int from) {
    int best = from;
    double size = Math.abs(columns.line(variable[from] >> 1));
    for (int k = from + 1; k < count; k++) {
      if (ratio[k] > ratio[best] + MoveProgram.TINY) {
        continue;
      }
      double other = Math.abs(columns.line(variable[k] >> 1));
      if (ratio[k] < ratio[best] - MoveProgram.TINY || other > size) {
        best = k;
        size = other;
      }
    }
    return best;
  }

  private void swap(int a, int b) {
    int v = variable[a];
    variable[a] = variable[b];
    variable[b] = v;
    double r = ratio[a];
    ratio[a] = ratio[b];
    ratio[b] = r;
  }
}
