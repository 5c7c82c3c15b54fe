// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

/**
 * What an estimand needs of the propensities, fixed before the data are seen.
 *
 * @param edge a propensity below this (or above one less this) has next to no counterpart
 * @param mostOutside largest share of the target population that may lie beyond the edge
 * @param fewestEffective least effective number of rows of each arm after weighting
 * @param largestShare largest share of an arm's weight that one row may hold
 */
public record OverlapLimits(
    double edge, double mostOutside, double fewestEffective, double largestShare) {

  /**
   * Edge 0.05; at most 10 % beyond it; at least 20 effective rows; no row over a quarter. Starting
   * values, not law: a study writes its own limits down before it sees its data.
   */
  public static OverlapLimits withDefaults() {
    return new OverlapLimits(0.05, 0.10, 20, 0.25);
  }

  /** The same with another edge. */
  public OverlapLimits withEdge(double value) {
    return new OverlapLimits(value, mostOutside, fewestEffective, largestShare);
  }

  /** The same with another share beyond the edge. */
  public OverlapLimits withMostOutside(double value) {
    return new OverlapLimits(edge, value, fewestEffective, largestShare);
  }

  /** The same with another least effective number of rows. */
  public OverlapLimits withFewestEffective(double value) {
    return new OverlapLimits(edge, mostOutside, value, largestShare);
  }

  /** The same with another largest share. */
  public OverlapLimits withLargestShare(double value) {
    return new OverlapLimits(edge, mostOutside, fewestEffective, value);
  }
}
