// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.Interval;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Units;
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
    private final double[] weights;
    private final Errors errors;

    private CrossValidated(double[] score, double[] weights, Errors errors) {
      this.score = score;
      this.weights = weights;
      this.errors = errors;
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
      boolean[] all = new boolean[instead.length];
      Arrays.fill(all, true);
      return over(instead, all);
    }

    /** The same among some rows. */
    public PolicyValue over(double[] instead, boolean[] in) {
      double total = 0;
      double sum = 0;
      for (int i = 0; i < score.length; i++) {
        total += in[i] ? weights[i] : 0;
        sum += in[i] ? weights[i] * (score[i] - instead[i]) : 0;
      }
      double mean = sum / total;
      double[] influence = new double[score.length];
      for (int i = 0; i < influence.length; i++) {
        influence[i] = in[i] ? weights[i] * (score[i] - instead[i] - mean) / total : 0;
      }
      ClusterVariance variance = errors.of(influence, in);
      Interval interval =
          Interval.of(mean, variance.standardError(), Math.max(1, variance.degreesOfFreedom()));
      return new PolicyValue(mean, variance.standardError(), interval.lower(), interval.upper());
    }
  }

  /** The error of a sum of influences of rows that belong together. */
  private interface Errors {
    ClusterVariance of(double[] influence, boolean[] in);
  }

  /** Cross-validates on rows that count alike; a cluster is never in two folds. */
  public static CrossValidated crossValidated(
      CapacitySearch search,
      double[][] columns,
      double[][] scores,
      int[] cluster,
      int clusters,
      int folds,
      long seed,
      Parallel parallel) {
    int[] fold = Folds.of(cluster, clusters, new int[scores[0].length], folds, seed);
    return crossValidated(
        search,
        PolicyRows.plain(columns, scores),
        fold,
        (influence, in) -> ClusterVariance.of(influence, cluster, clusters, in),
        parallel);
  }

  /**
   * Cross-validates on the rows of a frame, with its clusters: rows that belong together stay so.
   */
  public static CrossValidated crossValidated(
      CapacitySearch search,
      PolicyRows rows,
      Frame frame,
      int folds,
      long seed,
      Parallel parallel) {
    Units units = frame.units();
    int[] fold = Folds.of(units.of(), units.count(), new int[rows.size()], folds, seed);
    return crossValidated(
        search, rows, fold, (influence, in) -> ClusterVariance.of(influence, frame, in), parallel);
  }

  /** Rules are learned on all folds but one and judged on that one. */
  @Reference(
      authors = "S. Athey, S. Wager (2021)",
      title = "Policy learning with observational data",
      source = "Econometrica 89, 133-161",
      url = "https://doi.org/10.3982/ECTA15732")
  private static CrossValidated crossValidated(
      CapacitySearch search, PolicyRows rows, int[] fold, Errors errors, Parallel parallel) {
    int n = rows.size();
    int folds = Arrays.stream(fold).max().orElse(0) + 1;
    double[][] net = rows.net(search.cost());
    double[] score = new double[n];
    for (int k = 0; k < folds; k++) {
      int held = k;
      int[] in = IntStream.range(0, n).filter(i -> fold[i] != held).toArray();
      int[] out = IntStream.range(0, n).filter(i -> fold[i] == held).toArray();
      PolicyTree tree = search.search(rows.select(in), parallel).tree();
      int[] arm = Assignment.of(tree, PolicySearch.select(rows.columns(), out)).arm();
      for (int r = 0; r < out.length; r++) {
        score[out[r]] = net[arm[r]][out[r]];
      }
    }
    return new CrossValidated(score, rows.weights(), errors);
  }
}
