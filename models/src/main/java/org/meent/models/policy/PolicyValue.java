// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.Interval;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Parallel;
import org.meent.protocols.literature.Reference;

/**
 * What a rule gains over giving everybody one arm, per row, judged on rows that the rule was not
 * learned from.
 *
 * @param gain mean gain
 * @param se its standard error
 * @param lower lower end of the 95 % interval
 * @param upper upper end
 */
public record PolicyValue(double gain, double se, double lower, double upper) {

  /**
   * Cross-validates a search: rules are learned on all folds but one and judged on that one.
   *
   * @param baseline the arm that everybody would get otherwise
   */
  @Reference(
      authors = "S. Athey, S. Wager (2021)",
      title = "Policy learning with observational data",
      source = "Econometrica 89, 133-161",
      url = "https://doi.org/10.3982/ECTA15732")
  public static PolicyValue of(
      PolicySearch search,
      double[][] columns,
      double[][] scores,
      int[] cluster,
      int clusters,
      int baseline,
      int folds,
      long seed,
      Parallel parallel) {
    int n = scores[0].length;
    int[] fold = Folds.of(cluster, clusters, new int[n], folds, seed);
    double[] gains = new double[n];
    for (int k = 0; k < folds; k++) {
      int held = k;
      int[] in = IntStream.range(0, n).filter(i -> fold[i] != held).toArray();
      PolicyTree tree = search.search(select(columns, in), select(scores, in), parallel).tree();
      double[] row = new double[columns.length];
      for (int i = 0; i < n; i++) {
        if (fold[i] == held) {
          for (int j = 0; j < row.length; j++) {
            row[j] = columns[j][i];
          }
          gains[i] = scores[tree.arm(row)][i] - scores[baseline][i];
        }
      }
    }
    double sum = 0;
    for (double gain : gains) {
      sum += gain;
    }
    double mean = sum / n;
    double[] influence = Arrays.stream(gains).map(gain -> (gain - mean) / n).toArray();
    ClusterVariance variance = ClusterVariance.of(influence, cluster, clusters, null);
    Interval interval =
        Interval.of(mean, variance.standardError(), Math.max(1, variance.clusters() - 1.0));
    return new PolicyValue(mean, variance.standardError(), interval.lower(), interval.upper());
  }

  private static double[][] select(double[][] arrays, int[] rows) {
    return Arrays.stream(arrays)
        .map(values -> IntStream.of(rows).mapToDouble(i -> values[i]).toArray())
        .toArray(double[][]::new);
  }
}
