// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.meent.protocols.literature.Reference;

/**
 * What is kept of a forest for each row, whatever the number of trees: the sum of the five leaf
 * means over pairs of trees, and their second moments between pairs and within trees (35 numbers
 * and a count). The effect and its variance follow from these, because the influence of a tree is
 * linear in its leaf means.
 */
final class Moments {
  private static final int WIDE = CausalTree.MEANS;
  private static final int SQUARES = WIDE * (WIDE + 1) / 2;
  private static final int BETWEEN = WIDE;
  private static final int WITHIN = BETWEEN + SQUARES;
  private static final int STRIDE = WITHIN + SQUARES;

  private final double[][] blocks;
  private final int[] pairs;
  private final int blockRows;

  Moments(int rows, int blockRows) {
    this.blockRows = blockRows;
    this.pairs = new int[rows];
    int count = (rows + blockRows - 1) / blockRows;
    this.blocks = new double[count][];
    for (int b = 0; b < count; b++) {
      blocks[b] = new double[Math.min(blockRows, rows - b * blockRows) * STRIDE];
    }
  }

  int rows() {
    return pairs.length;
  }

  int blocks() {
    return blocks.length;
  }

  int firstRow(int block) {
    return block * blockRows;
  }

  int endRow(int block) {
    return Math.min(pairs.length, (block + 1) * blockRows);
  }

  /** Adds the leaf means of a pair of trees for one row. */
  void add(int row, double[] a, int atA, double[] b, int atB) {
    double[] sums = blocks[row / blockRows];
    int at = row % blockRows * STRIDE;
    int between = at + BETWEEN;
    int within = at + WITHIN;
    for (int k = 0; k < WIDE; k++) {
      double ak = a[atA + k];
      double bk = b[atB + k];
      double mk = (ak + bk) / 2;
      sums[at + k] += mk;
      for (int l = 0; l <= k; l++) {
        double al = a[atA + l];
        double bl = b[atB + l];
        sums[between++] += mk * (al + bl) / 2;
        sums[within++] += (ak * al + bk * bl) / 2;
      }
    }
    pairs[row]++;
  }

  /** Effect and variance of a row; NaN if no tree said anything about it. */
  @Reference(
      authors = "S. Athey, J. Tibshirani, S. Wager (2019)",
      title = "Generalized random forests",
      source = "Annals of Statistics 47, section 4",
      url = "https://doi.org/10.1214/18-AOS1709")
  void estimate(int row, double[] effect, double[] variance) {
    int count = pairs[row];
    double[] sums = blocks[row / blockRows];
    int at = row % blockRows * STRIDE;
    double y = sums[at] / count;
    double w = sums[at + 1] / count;
    double yw = sums[at + 2] / count;
    double ww = sums[at + 3] / count;
    double one = sums[at + 4] / count;
    double spread = ww * one - w * w;
    if (count < 2 || !(spread > 0)) {
      effect[row] = Double.NaN;
      variance[row] = Double.NaN;
      return;
    }
    double tau = (yw * one - y * w) / spread;
    double level = (y - w * tau) / one;
    // Delta method: rho is linear in the leaf means, with mean zero over the pairs.
    double[] slope = {
      -w / spread,
      (w * tau - one * level) / spread,
      one / spread,
      -one * tau / spread,
      w * level / spread
    };
    double between = quadratic(sums, at + BETWEEN, slope) / count;
    double within = quadratic(sums, at + WITHIN, slope) / count;
    effect[row] = tau;
    variance[row] = debiased(between, within - between, count);
  }

  private static double quadratic(double[] sums, int at, double[] slope) {
    double value = 0;
    int next = at;
    for (int k = 0; k < WIDE; k++) {
      for (int l = 0; l <= k; l++) {
        value += (k == l ? 1 : 2) * slope[k] * slope[l] * sums[next++];
      }
    }
    return value;
  }

  /**
   * The variance between pairs less the noise of having few trees, as the mean of a normal
   * posterior that is cut off at zero.
   */
  private static double debiased(double between, double noise, int count) {
    double raw = between - noise;
    double error = Math.max(between, noise) * StrictMath.sqrt(2.0 / count);
    if (!(error > 0)) {
      return Math.max(raw, 0);
    }
    double ratio = raw / error;
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    return raw + error * normal.density(ratio) / normal.cumulativeProbability(ratio);
  }
}
