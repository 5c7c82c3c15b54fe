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
 * What a rule gains over something else, per row and with its costs taken off, judged on rows that
 * the rule was not learned from.
 *
 * @param gain mean gain
 * @param se its standard error
 * @param lower lower end of the 95 % interval
 * @param upper upper end
 */
public record PolicyValue(double gain, double se, double lower, double upper) {

  /** Scores under rules learned on all folds but the own one. */
  public static final class CrossValidated {
    private final double[] score;
    private final int[] cluster;
    private final int clusters;

    private CrossValidated(double[] score, int[] cluster, int clusters) {
      this.score = score;
      this.cluster = cluster;
      this.clusters = clusters;
    }

    /** The score of each row under the rule of the other folds, costs taken off; a copy. */
    public double[] scores() {
      return score.clone();
    }

    /**
     * The gain over what each row has otherwise.
     *
     * @param instead a score or an outcome per row, costs taken off: of one arm for everybody, of
     *     the arm that people had, of the arm that they preferred
     */
    public PolicyValue over(double[] instead) {
      int n = score.length;
      double[] gains = new double[n];
      double sum = 0;
      for (int i = 0; i < n; i++) {
        gains[i] = score[i] - instead[i];
        sum += gains[i];
      }
      double mean = sum / n;
      double[] influence = Arrays.stream(gains).map(gain -> (gain - mean) / n).toArray();
      ClusterVariance variance = ClusterVariance.of(influence, cluster, clusters, null);
      Interval interval =
          Interval.of(mean, variance.standardError(), Math.max(1, variance.degreesOfFreedom()));
      return new PolicyValue(mean, variance.standardError(), interval.lower(), interval.upper());
    }
  }

  /** Cross-validates a search: rules are learned on all folds but one and judged on that one. */
  @Reference(
      authors = "S. Athey, S. Wager (2021)",
      title = "Policy learning with observational data",
      source = "Econometrica 89, 133-161",
      url = "https://doi.org/10.3982/ECTA15732")
  public static CrossValidated crossValidated(
      CapacitySearch search,
      double[][] columns,
      double[][] scores,
      int[] cluster,
      int clusters,
      int folds,
      long seed,
      Parallel parallel) {
    int n = scores[0].length;
    int[] fold = Folds.of(cluster, clusters, new int[n], folds, seed);
    double[][] net = search.net(scores);
    double[] score = new double[n];
    for (int k = 0; k < folds; k++) {
      int held = k;
      int[] in = IntStream.range(0, n).filter(i -> fold[i] != held).toArray();
      int[] out = IntStream.range(0, n).filter(i -> fold[i] == held).toArray();
      PolicyTree tree =
          search
              .search(PolicySearch.select(columns, in), PolicySearch.select(scores, in), parallel)
              .tree();
      int[] arm = Assignment.of(tree, PolicySearch.select(columns, out)).arm();
      for (int r = 0; r < out.length; r++) {
        score[out[r]] = net[arm[r]][out[r]];
      }
    }
    return new CrossValidated(score, cluster, clusters);
  }
}
