// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.SortedMap;

/**
 * One ratio of two groups, computed from its four counts.
 *
 * @param among code by variable that all units share; empty for everybody
 * @param measure which ratio
 * @param group code of the group of interest
 * @param reference code of the group compared with
 * @param counts the four counts
 */
public record Ratio(
    SortedMap<String, String> among,
    Measure measure,
    String group,
    String reference,
    FourCounts counts) {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if a group is compared with itself
   */
  public Ratio {
    among = Groups.copy(among);
    if (group.equals(reference)) {
      throw new IllegalArgumentException("a ratio compares a group with itself");
    }
  }

  /**
   * The figure; infinite or not a number where a count in a denominator is zero.
   *
   * <p>With counts a, b of the group and c, d of the reference (cases first): odds ratio {@code ad
   * / bc}, risk ratio {@code (a / (a + b)) / (c / (c + d))}, risk difference {@code a / (a + b) - c
   * / (c + d)}.
   */
  public double value() {
    double risk = (double) counts.groupCases() / counts.group();
    double other = (double) counts.referenceCases() / counts.reference();
    return switch (measure) {
      case ODDS_RATIO ->
          ((double) counts.groupCases() * counts.referenceOthers())
              / ((double) counts.groupOthers() * counts.referenceCases());
      case RISK_RATIO -> risk / other;
      case RISK_DIFFERENCE -> risk - other;
    };
  }

  /** Which ratio. */
  public enum Measure {
    /** Odds of the group over odds of the reference. */
    ODDS_RATIO,
    /** Share of the group over share of the reference. */
    RISK_RATIO,
    /** Share of the group minus share of the reference. */
    RISK_DIFFERENCE
  }

  /** What it is; never a figure. */
  @Override
  public String toString() {
    return "Ratio[" + measure + ", " + group + "]";
  }
}
