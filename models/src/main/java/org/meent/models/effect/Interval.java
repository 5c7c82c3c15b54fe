// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A symmetric 95 % interval by Student's t.
 *
 * @param lower lower end
 * @param upper upper end
 */
public record Interval(double lower, double upper) {

  /** The interval {@code value ± t(0.975, df) · se}. */
  public static Interval of(double value, double se, double degreesOfFreedom) {
    double half = quantile(degreesOfFreedom) * se;
    return new Interval(value - half, value + half);
  }

  /** The 0.975 quantile of Student's t. */
  public static double quantile(double degreesOfFreedom) {
    return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(0.975);
  }
}
