// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.sensitivity;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * The smallest difference between an arm and the reference that would be found in four out of five
 * studies of this size, told before anything is fitted. Covariates can make it smaller, poor
 * overlap larger.
 *
 * @param effect in units of the outcome
 * @param spread standard deviation of the outcome over both arms
 * @param designEffect how many times more rows clusters ask for
 */
public record DetectableEffect(double effect, double spread, double designEffect) {

  /** The effect in standard deviations of the outcome. */
  public double standardised() {
    return spread > 0 ? effect / spread : 0;
  }

  /**
   * {@code (z(0.975) + z(0.80)) s √(D (1/n1 + 1/n0))} with Kish's effective numbers of rows and
   * {@code D = 1 + (m - 1)ρ}, where {@code ρ} is the intra-cluster correlation from the one-way
   * analysis of variance, not below zero.
   */
  @Reference(
      authors = "H. S. Bloom (1995)",
      title = "Minimum detectable effects",
      source = "Evaluation Review 19, 547-556",
      url = "https://doi.org/10.1177/0193841X9501900504")
  public static DetectableEffect of(Frame pair) {
    int[] arm = pair.treatment();
    double[] y = pair.outcome();
    double[] weights = pair.weights();
    double[] sum = new double[2];
    double[] square = new double[2];
    double mean = 0;
    for (int i = 0; i < y.length; i++) {
      sum[arm[i]] += weights[i];
      square[arm[i]] += weights[i] * weights[i];
      mean += weights[i] * y[i];
    }
    mean /= sum[0] + sum[1];
    double variance = 0;
    for (int i = 0; i < y.length; i++) {
      variance += weights[i] * (y[i] - mean) * (y[i] - mean);
    }
    double spread = StrictMath.sqrt(variance / (sum[0] + sum[1]));
    double design = designEffect(pair, y);
    double inverse = square[0] / (sum[0] * sum[0]) + square[1] / (sum[1] * sum[1]);
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double quantiles =
        normal.inverseCumulativeProbability(0.975) + normal.inverseCumulativeProbability(0.80);
    return new DetectableEffect(
        quantiles * spread * StrictMath.sqrt(design * inverse), spread, design);
  }

  private static double designEffect(Frame pair, double[] y) {
    int n = y.length;
    int clusters = pair.clusterCount();
    if (clusters == n || clusters < 2) {
      return 1;
    }
    int[] cluster = pair.clusters();
    double[] total = new double[clusters];
    int[] count = new int[clusters];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      total[cluster[i]] += y[i];
      count[cluster[i]]++;
      mean += y[i] / n;
    }
    double between = 0;
    double squares = 0;
    for (int c = 0; c < clusters; c++) {
      double apart = total[c] / count[c] - mean;
      between += count[c] * apart * apart;
      squares += (double) count[c] * count[c];
    }
    double within = 0;
    for (int i = 0; i < n; i++) {
      double apart = y[i] - total[cluster[i]] / count[cluster[i]];
      within += apart * apart;
    }
    double size = (n - squares / n) / (clusters - 1);
    double betweenMean = between / (clusters - 1);
    double withinMean = within / (n - clusters);
    double correlation = (betweenMean - withinMean) / (betweenMean + (size - 1) * withinMean);
    return 1 + (squares / n - 1) * Math.max(0, correlation);
  }
}
