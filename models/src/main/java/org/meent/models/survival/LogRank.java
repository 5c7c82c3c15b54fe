// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.meent.protocols.literature.Reference;

/**
 * Whether two groups leave at the same pace, any exit counted.
 *
 * @param observed exits in group 1
 * @param expected exits in group 1 if the pace were the same
 * @param chiSquared the statistic, one degree of freedom
 * @param p its p-value
 */
public record LogRank(double observed, double expected, double chiSquared, double p) {

  /** Compares group 1 with group 0. */
  @Reference(
      authors = "N. Mantel (1966)",
      title = "Evaluation of survival data and two new rank order statistics",
      source = "Cancer Chemotherapy Reports 50, 163-170")
  public static LogRank of(Exits exits, int[] group) {
    double[] times = exits.distinctTimes();
    double[][] all = exits.table(0);
    double[] atRisk = new double[times.length];
    double observed = 0;
    for (int i = 0; i < group.length; i++) {
      if (group[i] == 1) {
        atRisk[Steps.last(times, exits.time()[i])]++;
        observed += exits.cause()[i] > 0 ? 1 : 0;
      }
    }
    double expected = 0;
    double variance = 0;
    double here = 0;
    for (int k = times.length - 1; k >= 0; k--) {
      here += atRisk[k];
      double n = all[0][k];
      double d = all[2][k];
      expected += d * here / n;
      variance += n > 1 ? d * (here / n) * (1 - here / n) * (n - d) / (n - 1) : 0;
    }
    double statistic = (observed - expected) * (observed - expected) / variance;
    double p = 1 - new ChiSquaredDistribution(null, 1).cumulativeProbability(statistic);
    return new LogRank(observed, expected, statistic, p);
  }
}
