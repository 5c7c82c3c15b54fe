// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import org.jspecify.annotations.Nullable;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * Average effects from a propensity and an outcome prediction per arm for every row. Standard
 * errors are those of the influence functions, summed within clusters.
 *
 * @param method the word for results
 * @param pair rows of the reference (0) and one arm (1)
 * @param propensity probability of the arm, strictly between 0 and 1
 * @param reference predicted outcome in the reference
 * @param treated predicted outcome in the arm
 */
public record Scores(
    String method, Frame pair, double[] propensity, double[] reference, double[] treated) {

  /** {@code mu1 - mu0 + W (Y - mu1)/e - (1 - W)(Y - mu0)/(1 - e)} for each row. */
  public double[] doublyRobust() {
    int[] w = pair.treatment();
    double[] y = pair.outcome();
    double[] gamma = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double e = propensity[i];
      gamma[i] =
          treated[i]
              - reference[i]
              + (w[i] == 1 ? (y[i] - treated[i]) / e : -(y[i] - reference[i]) / (1 - e));
    }
    return gamma;
  }

  /** {@code (1 - e) mu0 + e mu1} for each row. */
  double[] expected() {
    double[] expected = new double[propensity.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (1 - propensity[i]) * reference[i] + propensity[i] * treated[i];
    }
    return expected;
  }

  /** The average over the rows that are in, with the influence of each row on it. */
  public Linearised linearised(Estimand estimand, boolean @Nullable [] in) {
    return switch (estimand) {
      case ATE -> everybody(in);
      case ATT -> onOneSide(in, 1);
      case ATC -> onOneSide(in, 0);
      case OVERLAP -> overlap(in);
    };
  }

  /** The average effect over the rows that are in. */
  public EffectEstimate estimate(Estimand estimand, String group, boolean @Nullable [] in) {
    Linearised sum = linearised(estimand, in);
    ClusterVariance variance = ClusterVariance.of(sum.influence(), pair, in);
    long[] count = count(in);
    double df = pair.clustered() ? variance.degreesOfFreedom() : (double) count[0] + count[1] - 2;
    Interval interval = Interval.of(sum.value(), variance.standardError(), df);
    return new EffectEstimate(
        method,
        estimand,
        pair.arms().get(1),
        pair.arms().get(0),
        group,
        sum.value(),
        variance.standardError(),
        interval.lower(),
        interval.upper(),
        df,
        count[1],
        count[0]);
  }

  private long[] count(boolean @Nullable [] in) {
    int[] w = pair.treatment();
    long[] count = new long[2];
    for (int i = 0; i < w.length; i++) {
      if (in == null || in[i]) {
        count[w[i]]++;
      }
    }
    return count;
  }

  private Linearised everybody(boolean @Nullable [] in) {
    double[] gamma = doublyRobust();
    double[] weights = pair.weights();
    double total = 0;
    double value = 0;
    for (int i = 0; i < gamma.length; i++) {
      if (in == null || in[i]) {
        total += weights[i];
        value += weights[i] * gamma[i];
      }
    }
    value /= total;
    double[] influence = new double[gamma.length];
    for (int i = 0; i < gamma.length; i++) {
      influence[i] = in == null || in[i] ? weights[i] * (gamma[i] - value) / total : 0;
    }
    return new Linearised(value, influence);
  }

  /**
   * The effect on the treated (side 1) or the controls (side 0): the mean residual of that side
   * less the mean residual of the other, weighted by its odds with weights that sum to one.
   */
  private Linearised onOneSide(boolean @Nullable [] in, int side) {
    int[] w = pair.treatment();
    double[] y = pair.outcome();
    double[] weights = pair.weights();
    double[] other = side == 1 ? reference : treated;
    int n = y.length;
    double[] mass = new double[n];
    double[] total = new double[2];
    double[] mean = new double[2];
    for (int i = 0; i < n; i++) {
      if (in == null || in[i]) {
        double odds = propensity[i] / (1 - propensity[i]);
        mass[i] = weights[i] * (w[i] == side ? 1 : side == 1 ? odds : 1 / odds);
        total[w[i]] += mass[i];
        mean[w[i]] += mass[i] * (y[i] - other[i]);
      }
    }
    mean[0] /= total[0];
    mean[1] /= total[1];
    double[] influence = new double[n];
    for (int i = 0; i < n; i++) {
      double residual = y[i] - other[i] - mean[w[i]];
      influence[i] = mass[i] * residual / total[w[i]] * (w[i] == 1 ? 1 : -1);
    }
    return new Linearised(mean[1] - mean[0], influence);
  }

  /** Least squares of the outcome's residual on the treatment's: weights e(1-e) in expectation. */
  @Reference(
      authors = "P. M. Robinson (1988)",
      title = "Root-N-consistent semiparametric regression",
      source = "Econometrica 56, 931-954",
      url = "https://doi.org/10.2307/1912705")
  @Reference(
      authors = "F. Li, K. L. Morgan, A. M. Zaslavsky (2018)",
      title = "Balancing covariates via propensity score weighting",
      source = "Journal of the American Statistical Association 113, 390-400",
      url = "https://doi.org/10.1080/01621459.2016.1260466")
  private Linearised overlap(boolean @Nullable [] in) {
    int[] w = pair.treatment();
    double[] y = pair.outcome();
    double[] weights = pair.weights();
    int n = y.length;
    double[] d = new double[n];
    double[] r = new double[n];
    double total = 0;
    double meanD = 0;
    double meanR = 0;
    for (int i = 0; i < n; i++) {
      if (in == null || in[i]) {
        double e = propensity[i];
        d[i] = w[i] - e;
        r[i] = y[i] - e * treated[i] - (1 - e) * reference[i];
        total += weights[i];
        meanD += weights[i] * d[i];
        meanR += weights[i] * r[i];
      }
    }
    meanD /= total;
    meanR /= total;
    double cross = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      if (in == null || in[i]) {
        cross += weights[i] * (d[i] - meanD) * (r[i] - meanR);
        square += weights[i] * (d[i] - meanD) * (d[i] - meanD);
      }
    }
    double value = cross / square;
    double[] influence = new double[n];
    for (int i = 0; i < n; i++) {
      if (in == null || in[i]) {
        double residual = r[i] - meanR - value * (d[i] - meanD);
        influence[i] = weights[i] * (d[i] - meanD) * residual / square;
      }
    }
    return new Linearised(value, influence);
  }
}
