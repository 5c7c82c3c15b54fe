// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.protocols.literature.Reference;

/**
 * Average effects over everybody in all arms, where there are more than two: the probability of
 * each arm (one against the rest, calibrated out of fold, made to sum to one) and the outcome in
 * each arm are cross-fitted for every row, and {@code Γ_k = μ_k + 1(W = k)(Y - μ_k)/e_k} is
 * averaged.
 *
 * @param frame all rows
 * @param propensity probability of each arm, by arm and row
 * @param outcome predicted outcome in each arm, by arm and row
 */
@Reference(
    authors = "M. D. Cattaneo (2010)",
    title =
        "Efficient semiparametric estimation of multi-valued treatment effects under ignorability",
    source = "Journal of Econometrics 155, 138-154",
    url = "https://doi.org/10.1016/j.jeconom.2009.09.023")
public record SeveralArms(Frame frame, double[][] propensity, double[][] outcome) {

  /**
   * Learns both for every arm.
   *
   * @param bound no probability is below it
   */
  public static SeveralArms fit(
      Frame frame,
      List<Learner> outcomeLearners,
      List<Learner> propensityLearners,
      int folds,
      double bound,
      long seed,
      Parallel parallel) {
    boolean[][] open = new boolean[frame.arms().size()][frame.rows()];
    for (boolean[] arm : open) {
      Arrays.fill(arm, true);
    }
    return fit(frame, open, outcomeLearners, propensityLearners, folds, bound, seed, parallel);
  }

  /**
   * The same where arms are not open to everybody: the probability of an arm is learned among those
   * to whom it is open, and is 0 for the others.
   *
   * @param open whether an arm is open to a row, by arm and row
   * @param bound no probability of an open arm is below it
   */
  public static SeveralArms fit(
      Frame frame,
      boolean[][] open,
      List<Learner> outcomeLearners,
      List<Learner> propensityLearners,
      int folds,
      double bound,
      long seed,
      Parallel parallel) {
    int arms = frame.arms().size();
    int[] w = frame.treatment();
    double[] weights = frame.weights();
    double[] y = frame.outcome();
    Design x = frame.design();
    int[] fold = Folds.of(frame.units().of(), frame.units().count(), w, folds, seed);
    double[][] propensity = new double[arms][];
    double[][] outcome = new double[arms][];
    for (int a = 0; a < arms; a++) {
      int arm = a;
      double[] in = Arrays.stream(w).mapToDouble(k -> k == arm ? 1 : 0).toArray();
      outcome[a] =
          CrossFit.of(
                  outcomeLearners, x, y, weights, fold, i -> w[i] == arm, key(seed, a, 0), parallel)
              .predictions();
      propensity[a] =
          CrossFit.of(
                  propensityLearners,
                  x,
                  in,
                  weights,
                  fold,
                  i -> open[arm][i],
                  key(seed, a, 1),
                  parallel)
              .calibrated(in, among(weights, open[a]))
              .predictions()
              .clone();
    }
    sumToOne(propensity, open, bound);
    return new SeveralArms(frame, propensity, outcome);
  }

  private static long key(long seed, int arm, int what) {
    return seed + 16 + 2L * arm + what;
  }

  /** Rows to whom an arm is closed tell nothing of its probability. */
  private static double[] among(double[] weights, boolean[] open) {
    double[] among = weights.clone();
    for (int i = 0; i < among.length; i++) {
      among[i] = open[i] ? among[i] : 0;
    }
    return among;
  }

  private static void sumToOne(double[][] propensity, boolean[][] open, double bound) {
    for (int i = 0; i < propensity[0].length; i++) {
      double sum = 0;
      for (int a = 0; a < propensity.length; a++) {
        propensity[a][i] = open[a][i] ? Math.max(bound, propensity[a][i]) : 0;
        sum += propensity[a][i];
      }
      for (double[] arm : propensity) {
        arm[i] /= sum;
      }
    }
  }

  /** The doubly robust score of each row for an arm against the reference. */
  public double[] scores(int arm) {
    int[] w = frame.treatment();
    double[] y = frame.outcome();
    double[] scores = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      scores[i] = outcome[arm][i] - outcome[0][i];
      if (w[i] == arm) {
        scores[i] += (y[i] - outcome[arm][i]) / propensity[arm][i];
      } else if (w[i] == 0) {
        scores[i] -= (y[i] - outcome[0][i]) / propensity[0][i];
      }
    }
    return scores;
  }

  /** The average over the rows that are in, with the influence of each row on it. */
  public Linearised linearised(int arm, boolean @Nullable [] in) {
    double[] scores = scores(arm);
    double[] weights = frame.weights();
    double total = 0;
    double value = 0;
    for (int i = 0; i < scores.length; i++) {
      if (in == null || in[i]) {
        total += weights[i];
        value += weights[i] * scores[i];
      }
    }
    value /= total;
    double[] influence = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      influence[i] = in == null || in[i] ? weights[i] * (scores[i] - value) / total : 0;
    }
    return new Linearised(value, influence);
  }

  /** The average effect of an arm over the rows that are in, whatever arm they were in. */
  public EffectEstimate estimate(int arm, String group, boolean @Nullable [] in) {
    Linearised found = linearised(arm, in);
    int[] w = frame.treatment();
    long[] count = new long[3];
    for (int i = 0; i < w.length; i++) {
      if (in == null || in[i]) {
        count[w[i] == arm ? 1 : w[i] == 0 ? 0 : 2]++;
      }
    }
    ClusterVariance variance = ClusterVariance.of(found.influence(), frame, in);
    double df = frame.clustered() ? variance.degreesOfFreedom() : (double) count[0] + count[1] - 2;
    Interval interval = Interval.of(found.value(), variance.standardError(), df);
    return new EffectEstimate(
        "aipw-several-arms",
        Estimand.ATE,
        frame.arms().get(arm),
        frame.arms().getFirst(),
        group,
        found.value(),
        variance.standardError(),
        interval.lower(),
        interval.upper(),
        df,
        count[1],
        count[0]);
  }
}
