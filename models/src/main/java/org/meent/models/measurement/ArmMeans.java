// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Interval;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;

/**
 * The doubly robust mean outcome had everybody of a target been in the reference, and in the arm,
 * with the influence of each row on both. With target weights {@code t} the mean of arm {@code a}
 * is {@code Σ w (t μ_a + 1(W = a) r_a (Y - μ_a)) / Σ w t}.
 *
 * @param pair the rows of the two arms
 * @param mean mean in the reference and in the arm
 * @param influence influence of each row on the two means
 */
public record ArmMeans(Frame pair, double[] mean, double[][] influence) {

  /** The means of a target. */
  public static ArmMeans of(Scores scores, Estimand estimand) {
    Frame pair = scores.pair();
    int n = pair.rows();
    int[] w = pair.treatment();
    double[] y = pair.outcome();
    double[] weights = pair.weights();
    double[] mean = new double[2];
    double[][] influence = new double[2][n];
    for (int a = 0; a < 2; a++) {
      double[] expected = a == 0 ? scores.reference() : scores.treated();
      double[] target = new double[n];
      double sum = 0;
      double total = 0;
      for (int i = 0; i < n; i++) {
        double e = scores.propensity()[i];
        double own = a == 1 ? e : 1 - e;
        target[i] = target(estimand, e, w[i]);
        double residual = w[i] == a ? counts(estimand, e) / own * (y[i] - expected[i]) : 0;
        influence[a][i] = target[i] * expected[i] + residual;
        sum += weights[i] * influence[a][i];
        total += weights[i] * target[i];
      }
      mean[a] = sum / total;
      for (int i = 0; i < n; i++) {
        influence[a][i] = weights[i] * (influence[a][i] - target[i] * mean[a]) / total;
      }
    }
    return new ArmMeans(pair, mean, influence);
  }

  private static double target(Estimand estimand, double e, int arm) {
    return switch (estimand) {
      case ATE -> 1;
      case ATT -> arm;
      case ATC -> 1 - arm;
      case OVERLAP -> e * (1 - e);
    };
  }

  private static double counts(Estimand estimand, double e) {
    return switch (estimand) {
      case ATE -> 1;
      case ATT -> e;
      case ATC -> 1 - e;
      case OVERLAP -> e * (1 - e);
    };
  }

  /**
   * A figure with its interval.
   *
   * @param value the figure
   * @param lower lower end of the 95 % interval
   * @param upper upper end
   */
  public record Figure(double value, double lower, double upper) {

    /** Whether the interval leaves out zero. */
    public boolean clear() {
      return lower > 0 || upper < 0;
    }

    /** Whether another figure says something else: another sign, or clear and not clear. */
    public boolean contradicts(Figure other) {
      return Math.signum(value) != Math.signum(other.value) || clear() != other.clear();
    }
  }

  /** {@code arm * mean(1) - reference * mean(0) + constant}. */
  Figure combined(double arm, double reference, double constant) {
    return figure(arm, reference, constant, ClusterVariance::of);
  }

  /** The effect itself. */
  public Figure effect() {
    return combined(1, 1, 0);
  }

  /** The effect where rows are alike within a second division too, such as a caseworker. */
  public Figure effectWithin(int[] rater) {
    return figure(
        1, 1, 0, (influence, frame, in) -> ClusterVariance.crossed(influence, frame, rater));
  }

  private interface Errors {
    ClusterVariance of(double[] influence, Frame frame, boolean[] in);
  }

  private Figure figure(double arm, double reference, double constant, Errors errors) {
    boolean[] in = new boolean[pair.rows()];
    double[] both = new double[in.length];
    for (int i = 0; i < both.length; i++) {
      in[i] = true;
      both[i] = arm * influence[1][i] - reference * influence[0][i];
    }
    ClusterVariance variance = errors.of(both, pair, in);
    double value = arm * mean[1] - reference * mean[0] + constant;
    Interval interval =
        Interval.of(value, variance.standardError(), Math.max(1, variance.degreesOfFreedom()));
    return new Figure(value, interval.lower(), interval.upper());
  }
}
