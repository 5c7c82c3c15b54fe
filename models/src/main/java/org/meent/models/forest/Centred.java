// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.meent.models.frame.Frame;

/**
 * What is left of outcome and treatment once their predictions are taken off.
 *
 * @param pair rows of the reference (0) and one arm (1)
 * @param propensity probability of the arm
 * @param outcome outcome less its prediction
 * @param treatment treatment less its probability
 */
public record Centred(Frame pair, double[] propensity, double[] outcome, double[] treatment) {

  /**
   * From predictions.
   *
   * @param expected the predicted outcome of each row, whatever its arm
   */
  public static Centred of(Frame pair, double[] propensity, double[] expected) {
    double[] outcome = pair.outcome();
    int[] arm = pair.treatment();
    double[] treatment = new double[arm.length];
    for (int i = 0; i < arm.length; i++) {
      outcome[i] -= expected[i];
      treatment[i] = arm[i] - propensity[i];
    }
    return new Centred(pair, propensity, outcome, treatment);
  }

  /** Everybody has the weighted share of the arm as probability and the mean as prediction. */
  public static Centred onMeans(Frame pair) {
    double[] weights = pair.weights();
    double[] y = pair.outcome();
    int[] arm = pair.treatment();
    double total = 0;
    double share = 0;
    double mean = 0;
    for (int i = 0; i < y.length; i++) {
      total += weights[i];
      share += weights[i] * arm[i];
      mean += weights[i] * y[i];
    }
    double[] propensity = new double[y.length];
    double[] expected = new double[y.length];
    java.util.Arrays.fill(propensity, share / total);
    java.util.Arrays.fill(expected, mean / total);
    return of(pair, propensity, expected);
  }
}
