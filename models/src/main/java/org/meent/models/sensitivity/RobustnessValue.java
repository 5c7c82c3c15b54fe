// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.sensitivity;

import org.meent.models.effect.Interval;
import org.meent.protocols.literature.Reference;

/**
 * How much of what is left of both treatment and outcome an omitted variable would have to explain
 * to bring an estimate to zero: {@code RV = (√(f⁴ + 4f²) - f²)/2} with {@code f = |t|/√df}. A
 * variable that explains less of both than this share cannot do it.
 *
 * @param toZero share that brings the estimate itself to zero
 * @param toDoubt share that brings the 95 % interval to hold zero; 0 if it holds zero already
 */
public record RobustnessValue(double toZero, double toDoubt) {

  /**
   * From a coefficient's t value.
   *
   * @throws IllegalArgumentException if there are fewer than two degrees of freedom
   */
  @Reference(
      authors = "C. Cinelli, C. Hazlett (2020)",
      title = "Making sense of sensitivity: extending omitted variable bias",
      source = "Journal of the Royal Statistical Society B 82, 39-67",
      url = "https://doi.org/10.1111/rssb.12348")
  public static RobustnessValue of(double t, double degreesOfFreedom) {
    if (!(degreesOfFreedom >= 2)) {
      throw new IllegalArgumentException("degrees of freedom: " + degreesOfFreedom);
    }
    double f = Math.abs(t) / StrictMath.sqrt(degreesOfFreedom);
    double critical =
        Interval.quantile(degreesOfFreedom - 1) / StrictMath.sqrt(degreesOfFreedom - 1);
    return new RobustnessValue(value(f), f > critical ? value(f - critical) : 0);
  }

  private static double value(double f) {
    double square = f * f;
    return (StrictMath.sqrt(square * square + 4 * square) - square) / 2;
  }
}
