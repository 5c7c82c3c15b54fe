// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.sensitivity;

import org.meent.protocols.literature.Reference;

/**
 * How strongly, on the scale of risk ratios, something unmeasured would have to go with both
 * treatment and outcome to explain an effect away: {@code E = RR + √(RR(RR - 1))}.
 *
 * @param estimate for the estimate
 * @param limit for the end of the interval nearest to no effect; 1 if the interval holds it
 */
public record EValue(double estimate, double limit) {

  /** From a risk ratio with its interval. */
  @Reference(
      authors = "T. J. VanderWeele, P. Ding (2017)",
      title = "Sensitivity analysis in observational research: introducing the E-value",
      source = "Annals of Internal Medicine 167, 268-274",
      url = "https://doi.org/10.7326/M16-2607")
  public static EValue ofRiskRatio(double ratio, double lower, double upper) {
    double nearest = lower > 1 ? lower : upper < 1 ? upper : 1;
    return new EValue(value(ratio), value(nearest));
  }

  /**
   * From a difference of means, in units of the outcome's standard deviation, as {@code RR ≈
   * exp(0.91 d)}.
   *
   * @param spread standard deviation of the outcome in the reference
   */
  @Reference(
      authors = "S. Chinn (2000)",
      title =
          "A simple method for converting an odds ratio to effect size for use in meta-analysis",
      source = "Statistics in Medicine 19, 3127-3131")
  public static EValue ofDifference(double difference, double lower, double upper, double spread) {
    return ofRiskRatio(ratio(difference / spread), ratio(lower / spread), ratio(upper / spread));
  }

  private static double ratio(double standardised) {
    return StrictMath.exp(0.91 * standardised);
  }

  private static double value(double ratio) {
    double above = ratio < 1 ? 1 / ratio : ratio;
    return above + StrictMath.sqrt(above * (above - 1));
  }
}
