// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.reach;

import java.util.Arrays;
import java.util.Optional;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Interval;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Stack;
import org.meent.protocols.literature.Reference;

/**
 * The effect among other people than those studied, where enough of the studied are like them; "not
 * known" otherwise. With {@code p} the chance that a row is of the others, given its covariates,
 * the estimate is the mean predicted effect among the others plus the mean of what the studied
 * showed beyond their predictions, weighted by the odds {@code p/(1-p)}.
 *
 * @param verdict whether the studied are enough like the others
 * @param estimate the effect among the others; empty if the verdict refuses it: it is not known
 */
@Reference(
    authors = "I. J. Dahabreh and others (2020)",
    title = "Extending inferences from a randomized trial to a new target population",
    source = "Statistics in Medicine 39, 1999-2014",
    url = "https://doi.org/10.1002/sim.8426")
public record Transport(OverlapVerdict verdict, Optional<Estimate> estimate) {
  private static final double BOUND = 0.005;
  private static final int FOLDS = 5;

  /**
   * The effect among the others.
   *
   * @param value the effect
   * @param se its standard error
   * @param interval the 95 % interval
   */
  public record Estimate(double value, double se, Interval interval) {}

  /**
   * Carries an effect over.
   *
   * @param studied the rows that were learned from
   * @param shown doubly robust score of each
   * @param predicted effect of each, learned without it
   * @param others covariates of the others, in the order of the studied's
   * @param predictedOthers their predicted effects
   */
  public static Transport of(
      Frame studied,
      double[] shown,
      double[] predicted,
      Design others,
      double[] predictedOthers,
      OverlapLimits limits,
      long seed,
      Parallel parallel) {
    int n = studied.rows();
    int all = n + others.rows();
    Design x = studied.design().append(others);
    double[] other = new double[all];
    Arrays.fill(other, n, all, 1);
    int[] side = Arrays.stream(other).mapToInt(o -> (int) o).toArray();
    double[] weights = Arrays.copyOf(studied.weights(), all);
    Arrays.fill(weights, n, all, 1);
    int[] cluster = Arrays.copyOf(studied.clusters(), all);
    for (int i = n; i < all; i++) {
      cluster[i] = studied.clusterCount() + i - n;
    }
    int clusters = studied.clusterCount() + others.rows();
    int[] fold = Folds.of(cluster, clusters, side, FOLDS, seed);
    double[] chance =
        CrossFit.of(Stack.ofTreatment(), x, other, weights, fold, i -> true, seed + 1, parallel)
            .calibrated(other, weights)
            .predictions();
    for (int i = 0; i < all; i++) {
      chance[i] = Math.max(BOUND, Math.min(1 - BOUND, chance[i]));
    }
    OverlapVerdict verdict = OverlapCheck.of(limits).judge(Estimand.ATT, chance, side, weights);
    return new Transport(
        verdict,
        verdict.carried()
            ? Optional.of(estimate(chance, weights, shown, predicted, predictedOthers, cluster))
            : Optional.empty());
  }

  private static Estimate estimate(
      double[] chance,
      double[] weights,
      double[] shown,
      double[] predicted,
      double[] predictedOthers,
      int[] cluster) {
    int n = shown.length;
    int m = predictedOthers.length;
    double odds = 0;
    double beyond = 0;
    double mean = 0;
    double[] stand = new double[n];
    for (int i = 0; i < n; i++) {
      stand[i] = weights[i] * chance[i] / (1 - chance[i]);
      odds += stand[i];
      beyond += stand[i] * (shown[i] - predicted[i]);
    }
    for (double effect : predictedOthers) {
      mean += effect / m;
    }
    double[] influence = new double[n + m];
    for (int i = 0; i < n; i++) {
      influence[i] = stand[i] / odds * (shown[i] - predicted[i] - beyond / odds);
    }
    for (int i = 0; i < m; i++) {
      influence[n + i] = (predictedOthers[i] - mean) / m;
    }
    int clusters = Arrays.stream(cluster).max().orElse(-1) + 1;
    ClusterVariance variance = ClusterVariance.of(influence, cluster, clusters, null);
    double value = mean + beyond / odds;
    double se = variance.standardError();
    return new Estimate(value, se, Interval.of(value, se, variance.degreesOfFreedom()));
  }
}
