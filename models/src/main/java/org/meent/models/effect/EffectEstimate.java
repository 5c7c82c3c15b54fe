// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

/**
 * One average effect of one arm against the reference, with its uncertainty.
 *
 * @param method how it was estimated, such as {@code aipw}
 * @param estimand whose average it is
 * @param arm the label of the arm
 * @param reference the label of the reference arm
 * @param group {@code name=label} of a group, or {@code all}
 * @param value the estimate, in units of the outcome
 * @param se its standard error
 * @param lower lower end of the 95 % interval
 * @param upper upper end of the 95 % interval
 * @param degreesOfFreedom of the t distribution behind the interval
 * @param treated rows in the arm
 * @param controls rows in the reference
 */
public record EffectEstimate(
    String method,
    Estimand estimand,
    String arm,
    String reference,
    String group,
    double value,
    double se,
    double lower,
    double upper,
    double degreesOfFreedom,
    long treated,
    long controls) {

  /** The word for everybody in {@link #group()}. */
  public static final String ALL = "all";

  /** The same estimate with another interval. */
  public EffectEstimate withInterval(Interval interval) {
    return withFigures(value, se, interval);
  }

  /** The same estimate with other figures. */
  public EffectEstimate withFigures(double otherValue, double otherSe, Interval interval) {
    return new EffectEstimate(
        method,
        estimand,
        arm,
        reference,
        group,
        otherValue,
        otherSe,
        interval.lower(),
        interval.upper(),
        degreesOfFreedom,
        treated,
        controls);
  }

  /** The same estimate with other degrees of freedom. */
  public EffectEstimate withDegreesOfFreedom(double free) {
    return new EffectEstimate(
        method, estimand, arm, reference, group, value, se, lower, upper, free, treated, controls);
  }
}
