// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * The fourteen families of statistics of the field's typology, whose members carry the same risks
 * and fall under the same rules. Model objects are filed under the family whose risks they share.
 */
public enum Statbarn {
  /** Counts of units, histograms and bar charts included. */
  FREQUENCIES("Frequencies"),
  /** Sums and means. */
  LINEAR_AGGREGATIONS("LinearAggregations"),
  /** Medians and other quantiles. */
  POSITION("Position"),
  /** Smallest and largest values, whiskers of box plots. */
  ENDPOINTS("Endpoints"),
  /** The most frequent value. */
  MODE("Mode"),
  /** Standard deviation, skewness, kurtosis. */
  SHAPE("Shape"),
  /** Correlations and coefficients of regressions. */
  CORRELATION_COEFFICIENTS("CorrelationCoefficients"),
  /** Test statistics and their p-values. */
  STATISTICAL_HYPOTHESIS_TESTS("StatisticalHypothesisTests"),
  /** Survival and hazard by time, Kaplan–Meier curves. */
  HAZARD_SURVIVAL_TABLES("HazardSurvivalTables"),
  /** Tables that hang together, flows of records. */
  LINKED_MULTILEVEL_TABLES("LinkedMultilevelTables"),
  /** Ratios, odds ratios, risk ratios. */
  CALCULATED_RATIOS("CalculatedRatios"),
  /** The Gini coefficient. */
  GINI_COEFFICIENT("GiniCoefficient"),
  /** Herfindahl index and the share of the largest few. */
  NON_LINEAR_CONCENTRATION_RATIOS("NonLinearConcentrationRatios"),
  /** Clusters, and the leaves of trees, which are clusters with a rule for who is in. */
  CLUSTERS("Clusters");

  private final String token;

  Statbarn(String token) {
    this.token = token;
  }

  /** The word by which the typology names it. */
  public String token() {
    return token;
  }
}
