// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import org.apache.commons.math3.distribution.TDistribution;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * The "effect" on an outcome that the treatment cannot have changed, such as earnings before it
 * began. It should be none; if it is not, the arms differ in something that nobody measured, and
 * the effect on the real outcome is in doubt as much.
 *
 * @param value estimated as the overlap-weighted effect is
 * @param se its standard error
 * @param p two-sided p-value that it is zero
 */
public record NegativeControl(double value, double se, double p) {
  /**
   * Estimates it.
   *
   * @param control the negative control outcome of each row of the frame
   * @param predicted its prediction by rows other than the row itself
   */
  @Reference(
      authors = "M. Lipsitch, E. Tchetgen Tchetgen, T. Cohen (2010)",
      title =
          "Negative controls: a tool for detecting confounding and bias in observational studies",
      source = "Epidemiology 21, 383-388",
      url = "https://doi.org/10.1097/EDE.0b013e3181d61eeb")
  public static NegativeControl of(
      Frame pair, double[] propensity, double[] control, double[] predicted) {
    double[] weights = pair.weights();
    int[] arm = pair.treatment();
    int n = arm.length;
    double cross = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      double d = arm[i] - propensity[i];
      cross += weights[i] * d * (control[i] - predicted[i]);
      square += weights[i] * d * d;
    }
    double value = cross / square;
    double[] influence = new double[n];
    for (int i = 0; i < n; i++) {
      double d = arm[i] - propensity[i];
      influence[i] = weights[i] * d * (control[i] - predicted[i] - value * d) / square;
    }
    ClusterVariance variance = ClusterVariance.of(influence, pair, null);
    double se = variance.standardError();
    TDistribution student = new TDistribution(null, variance.degreesOfFreedom());
    double p = se > 0 ? 2 * student.cumulativeProbability(-Math.abs(value / se)) : 1;
    return new NegativeControl(value, se, p);
  }

  /** The gate. */
  public GateResult gate(Criteria criteria) {
    return GateResult.atLeast(
        "negative-control",
        Criterion.NEGATIVE_CONTROL_P.id(),
        p,
        criteria.of(Criterion.NEGATIVE_CONTROL_P));
  }
}
