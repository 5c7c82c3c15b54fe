// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.heterogeneity;

import org.apache.commons.math3.distribution.TDistribution;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * Whether effects per person explain the outcome better than the trivial baseline, one effect for
 * everybody. Measured by the squared error of the residual outcome, {@code (Ỹ - W̃ τ)²}, on rows
 * the effects were not learned from.
 *
 * @param gain mean squared error of the baseline less that of the effects per person
 * @param se its standard error
 * @param p one-sided p-value that there is no gain
 */
public record BaselineComparison(double gain, double se, double p) {

  /**
   * Compares.
   *
   * @param effect effect of each row, by rows other than itself
   * @param centredOutcome outcome less its prediction
   * @param centredTreatment treatment less its propensity
   */
  @Reference(
      authors = "X. Nie, S. Wager (2021)",
      title = "Quasi-oracle estimation of heterogeneous treatment effects",
      source = "Biometrika 108, 299-319",
      url = "https://doi.org/10.1093/biomet/asaa076")
  public static BaselineComparison of(
      Frame pair, double[] effect, double[] centredOutcome, double[] centredTreatment) {
    double[] weights = pair.weights();
    int n = effect.length;
    double cross = 0;
    double square = 0;
    double total = 0;
    for (int i = 0; i < n; i++) {
      cross += weights[i] * centredTreatment[i] * centredOutcome[i];
      square += weights[i] * centredTreatment[i] * centredTreatment[i];
      total += weights[i];
    }
    double everybody = cross / square;
    double[] gains = new double[n];
    double gain = 0;
    for (int i = 0; i < n; i++) {
      double one = centredOutcome[i] - centredTreatment[i] * everybody;
      double own = centredOutcome[i] - centredTreatment[i] * effect[i];
      gains[i] = one * one - own * own;
      gain += weights[i] * gains[i] / total;
    }
    for (int i = 0; i < n; i++) {
      gains[i] = weights[i] * (gains[i] - gain) / total;
    }
    ClusterVariance variance = ClusterVariance.of(gains, pair, null);
    double se = variance.standardError();
    double p =
        se > 0
            ? 1
                - new TDistribution(null, variance.degreesOfFreedom())
                    .cumulativeProbability(gain / se)
            : 1;
    return new BaselineComparison(gain, se, p);
  }
}
