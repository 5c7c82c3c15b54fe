// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * What stands behind one summary statistic.
 *
 * @param units unweighted units
 * @param residualDegreesOfFreedom units minus what was estimated from them
 * @param smallestGroup fewest units in any group or cell that the statistic compares; the units
 *     where it compares none
 * @param largestShare share of the largest unit in what the statistic adds up (such as the sum of
 *     fourth powers of deviations for kurtosis), from 0 to 1
 */
public record StatisticEvidence(
    long units, long residualDegreesOfFreedom, long smallestGroup, double largestShare)
    implements RowEvidence {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, groups have more units than there are, or
   *     the share is not from 0 to 1
   */
  public StatisticEvidence {
    boolean negative = units < 0 || residualDegreesOfFreedom < 0 || smallestGroup < 0;
    if (negative || smallestGroup > units || !(largestShare >= 0 && largestShare <= 1)) {
      throw new IllegalArgumentException("evidence of a statistic contradicts itself");
    }
  }

  /** No figure. */
  @Override
  public String toString() {
    return "StatisticEvidence";
  }
}
