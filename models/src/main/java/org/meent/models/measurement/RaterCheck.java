// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import java.util.Arrays;
import org.meent.models.check.GateResult;
import org.meent.models.measurement.ArmMeans.Figure;

/**
 * The same effect with an interval that takes people of one caseworker to be alike: who scores and
 * records errs in the same direction again and again.
 *
 * @param as the effect with the interval without it
 * @param within the effect with the interval that takes it in
 * @param raters number of caseworkers
 */
public record RaterCheck(Figure as, Figure within, int raters) {

  /**
   * Compares.
   *
   * @param rater number of the caseworker of each row, from 0 without gaps
   */
  public static RaterCheck of(ArmMeans means, int[] rater) {
    return new RaterCheck(
        means.effect(), means.effectWithin(rater), (int) Arrays.stream(rater).distinct().count());
  }

  /** Whether what was more than chance no longer is. */
  public boolean fragile() {
    return as.contradicts(within);
  }

  /** Warned if fragile; the measure is how much wider the interval is. */
  public GateResult gate() {
    return new GateResult(
        "rater",
        fragile() ? GateResult.Verdict.WARNED : GateResult.Verdict.PASSED,
        "interval-wider-by",
        (within.upper() - within.lower()) / (as.upper() - as.lower()),
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }
}
