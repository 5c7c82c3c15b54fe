// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.apache.commons.math3.distribution.TDistribution;
import org.meent.models.effect.RobustRegression;
import org.meent.protocols.literature.Reference;

/**
 * Whether the forest's effects hold out of bag: the outcome's residual is regressed on the
 * treatment's residual times the mean effect, and times each row's difference from it. Both
 * coefficients are one if the effects are right; the second is zero if nothing about the
 * differences holds.
 *
 * @param mean coefficient of the mean effect
 * @param meanSe its standard error
 * @param differences coefficient of the differences
 * @param differencesSe its standard error
 * @param p one-sided p-value that the differences hold nothing
 */
public record Calibration(
    double mean, double meanSe, double differences, double differencesSe, double p) {

  /** Tests a fit. */
  @Reference(
      authors = "V. Chernozhukov, M. Demirer, E. Duflo, I. Fernández-Val (2025)",
      title = "Fisher-Schultz lecture: Generic machine learning inference on heterogeneous effects",
      source = "Econometrica 93, 1121-1164",
      url = "https://doi.org/10.3982/ECTA19303")
  public static Calibration of(CausalFit fit) {
    double[] tau = fit.effects().effect();
    double[] y = fit.frame().outcome();
    int[] w = fit.frame().treatment();
    double[] weights = fit.frame().weights();
    double[] m = fit.expected();
    double total = 0;
    double average = 0;
    for (int i = 0; i < tau.length; i++) {
      weights[i] = Double.isNaN(tau[i]) ? 0 : weights[i];
      average += weights[i] == 0 ? 0 : weights[i] * tau[i];
      total += weights[i];
    }
    average /= total;
    double[][] regressors = new double[2][tau.length];
    double[] residual = new double[tau.length];
    for (int i = 0; i < tau.length; i++) {
      double d = w[i] - fit.propensity()[i];
      residual[i] = y[i] - m[i];
      regressors[0][i] = d * average;
      regressors[1][i] = Double.isNaN(tau[i]) ? 0 : d * (tau[i] - average);
    }
    RobustRegression found = RobustRegression.of(regressors, residual, weights, fit.frame());
    double t = found.coefficients()[1] / found.standardErrors()[1];
    TDistribution student = new TDistribution(null, found.degreesOfFreedom()[1]);
    return new Calibration(
        found.coefficients()[0],
        found.standardErrors()[0],
        found.coefficients()[1],
        found.standardErrors()[1],
        1 - student.cumulativeProbability(t));
  }
}
