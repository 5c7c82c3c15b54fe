// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.quality;

import org.meent.protocols.literature.Reference;

/**
 * How probabilities are brought in line with what clerks found: logit p' = a + b logit p, fitted to
 * labelled pairs with a normal prior around a = 0, b = 1; few labels therefore change little. The
 * labels may be chosen by their probability, as clerks do, without harm.
 *
 * @param labels labelled pairs that it rests on
 * @param shift a
 * @param slope b
 * @param varianceShift variance of a
 * @param covariance covariance of a and b
 * @param varianceSlope variance of b
 */
@Reference(
    authors = "J. Platt (1999)",
    title = "Probabilistic outputs for support vector machines",
    source = "Advances in Large Margin Classifiers, 61-74")
public record Calibration(
    long labels,
    double shift,
    double slope,
    double varianceShift,
    double covariance,
    double varianceSlope) {
  private static final double PRIOR_SHIFT = 1 / (0.5 * 0.5);
  private static final double PRIOR_SLOPE = 1 / (0.25 * 0.25);
  private static final double FARTHEST = 30;
  private static final int ROUNDS = 50;

  /** No labels: probabilities stay as they are; their calibration is as unsure as the prior. */
  public static Calibration withoutLabels() {
    return new Calibration(0, 0, 1, 1 / PRIOR_SHIFT, 0, 1 / PRIOR_SLOPE);
  }

  /**
   * Fits to labelled pairs (Newton's method on the penalised likelihood).
   *
   * @param probability probabilities of the pairs before
   * @param match whether each is a match
   */
  public static Calibration fit(double[] probability, boolean[] match) {
    Calibration at = withoutLabels();
    for (int round = 0; round < ROUNDS; round++) {
      double gradientShift = -PRIOR_SHIFT * at.shift;
      double gradientSlope = -PRIOR_SLOPE * (at.slope - 1);
      double shiftShift = PRIOR_SHIFT;
      double shiftSlope = 0;
      double slopeSlope = PRIOR_SLOPE;
      for (int i = 0; i < probability.length; i++) {
        double x = logit(probability[i]);
        double p = at.probability(probability[i]);
        double residual = (match[i] ? 1 : 0) - p;
        double weight = p * (1 - p);
        gradientShift += residual;
        gradientSlope += residual * x;
        shiftShift += weight;
        shiftSlope += weight * x;
        slopeSlope += weight * x * x;
      }
      double determinant = shiftShift * slopeSlope - shiftSlope * shiftSlope;
      double stepShift = (slopeSlope * gradientShift - shiftSlope * gradientSlope) / determinant;
      double stepSlope = (shiftShift * gradientSlope - shiftSlope * gradientShift) / determinant;
      at =
          new Calibration(
              probability.length,
              at.shift + stepShift,
              Math.max(0.05, at.slope + stepSlope),
              slopeSlope / determinant,
              -shiftSlope / determinant,
              shiftShift / determinant);
      if (Math.abs(stepShift) + Math.abs(stepSlope) < 1e-9) {
        break;
      }
    }
    return at;
  }

  /** A probability in line with the labels. */
  public double probability(double before) {
    if (labels == 0 && shift == 0 && slope == 1) {
      return before;
    }
    return 1 / (1 + StrictMath.exp(-(shift + slope * logit(before))));
  }

  /** The variance of a sum of probabilities whose derivatives by a and b are given. */
  double variance(double byShift, double bySlope) {
    return byShift * byShift * varianceShift
        + 2 * byShift * bySlope * covariance
        + bySlope * bySlope * varianceSlope;
  }

  private static double logit(double p) {
    double logit = StrictMath.log(p / (1 - p));
    return Math.max(-FARTHEST, Math.min(FARTHEST, logit));
  }
}
