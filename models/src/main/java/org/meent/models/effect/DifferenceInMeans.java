// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * The difference in mean outcome between an arm and the reference: the effect where assignment was
 * random, and the naive comparison where it was not. Weights of the frame are used in the means.
 *
 * @param estimate the difference with its HC2 standard error (cluster-robust when rows were
 *     declared to belong together)
 * @param pooledSe the standard error of ordinary least squares, which pools the variance of the
 *     arms
 */
public record DifferenceInMeans(EffectEstimate estimate, double pooledSe) {

  /**
   * Compares one arm with the reference.
   *
   * <p>Unclustered HC2: {@code s1²/n1 + s0²/n0}, with {@code s²} over {@code n - 1}.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the frame cannot carry a comparison
   */
  @Reference(
      authors = "J. G. MacKinnon, H. White (1985)",
      title = "Some heteroskedasticity-consistent covariance matrix estimators",
      source = "Journal of Econometrics 29, 305-325",
      url = "https://doi.org/10.1016/0304-4076(85)90158-7")
  public static DifferenceInMeans of(Frame frame, int arm) {
    Frame pair = frame.contrast(arm);
    Feasibility.demand(pair);
    return compare(pair, null, EffectEstimate.ALL);
  }

  /** The influence of each row of a frame of two arms on the difference. */
  public static double[] influence(Frame pair) {
    int[] w = pair.treatment();
    double[] y = pair.outcome();
    double[] weight = pair.weights();
    double[] total = new double[2];
    double[] mean = new double[2];
    for (int i = 0; i < y.length; i++) {
      total[w[i]] += weight[i];
      mean[w[i]] += weight[i] * y[i];
    }
    double[] influence = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      int a = w[i];
      influence[i] = (a == 1 ? 1 : -1) * weight[i] / total[a] * (y[i] - mean[a] / total[a]);
    }
    return influence;
  }

  /** As {@link #of(Frame, int)} in one group; the caller sees to enough rows. */
  static DifferenceInMeans compare(
      Frame pair, boolean @org.jspecify.annotations.Nullable [] in, String group) {
    int[] w = pair.treatment();
    double[] y = pair.outcome();
    double[] weight = pair.weights();
    int n = y.length;
    double[] total = new double[2];
    double[] mean = new double[2];
    long[] count = new long[2];
    for (int i = 0; i < n; i++) {
      if (in == null || in[i]) {
        total[w[i]] += weight[i];
        mean[w[i]] += weight[i] * y[i];
        count[w[i]]++;
      }
    }
    mean[0] /= total[0];
    mean[1] /= total[1];
    double[] square = new double[2];
    double[] influence = new double[n];
    double pooled = 0;
    for (int i = 0; i < n; i++) {
      if (in == null || in[i]) {
        int a = w[i];
        double residual = y[i] - mean[a];
        double share = weight[i] / total[a];
        // (1 - h) of HC2, with leverage h = the row's share of its arm's weight
        square[a] += share * share * residual * residual / (1 - share);
        influence[i] = (a == 1 ? 1 : -1) * share * residual;
        pooled += weight[i] * residual * residual;
      }
    }
    double units = (double) count[0] + count[1];
    double df = units - 2;
    double se = StrictMath.sqrt(square[0] + square[1]);
    if (pair.clustered()) {
      ClusterVariance clustered = ClusterVariance.of(influence, pair, in);
      se = clustered.standardError();
      df = clustered.degreesOfFreedom();
    }
    double pooledSe =
        StrictMath.sqrt(
            pooled
                / (total[0] + total[1])
                * units
                / (units - 2)
                * (1.0 / count[0] + 1.0 / count[1]));
    double value = mean[1] - mean[0];
    Interval interval = Interval.of(value, se, df);
    return new DifferenceInMeans(
        new EffectEstimate(
            "difference-in-means",
            Estimand.ATE,
            pair.arms().get(1),
            pair.arms().get(0),
            group,
            value,
            se,
            interval.lower(),
            interval.upper(),
            df,
            count[1],
            count[0]),
        pooledSe);
  }
}
