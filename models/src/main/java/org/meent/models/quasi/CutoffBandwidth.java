// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * How far from the cutoff rows are used: the bandwidth with the least mean squared error for the
 * jump, and the wider one for its bias, in three steps from a rule of thumb. Neither is narrower
 * than what holds the fewest rows on either side.
 *
 * @param main for the jump
 * @param bias for the curvature that biases it
 */
record CutoffBandwidth(double main, double bias) {
  private static final double THUMB = 2.576;
  private static final double BEYOND = 1.0001;

  /** Squared bias and variance of one side, freed of the bandwidth they were measured at. */
  private record Parts(double variance, double bias, double doubt) {}

  @Reference(
      authors = "S. Calonico, M. D. Cattaneo, R. Titiunik (2014)",
      title = "Robust nonparametric confidence intervals for regression-discontinuity designs",
      source = "Econometrica 82, 2295-2326",
      url = "https://doi.org/10.3982/ECTA11757")
  static CutoffBandwidth of(CutoffSide below, CutoffSide above, int fewest) {
    double range = Math.max(below.farthest(), above.farthest());
    double least = Math.max(below.holding(fewest), above.holding(fewest));
    double start = within(thumb(below, above), least, range);
    double farBelow = below.farthest() * BEYOND;
    double farAbove = above.farthest() * BEYOND;
    double third = best(below, above, 3, 3, 4, start, farBelow, farAbove, -1);
    third = within(third, least, range);
    double bias = within(best(below, above, 2, 2, 3, start, third, third, 1), least, range);
    double main = within(best(below, above, 1, 0, 2, start, bias, bias, -1), least, range);
    return new CutoffBandwidth(main, bias);
  }

  private static double within(double width, double least, double most) {
    return Math.max(least, Math.min(most, width));
  }

  private static double thumb(CutoffSide below, CutoffSide above) {
    double[] all =
        java.util.stream.DoubleStream.concat(Arrays.stream(below.x()), Arrays.stream(above.x()))
            .sorted()
            .toArray();
    double mean = Arrays.stream(all).average().orElse(0);
    double spread =
        StrictMath.sqrt(
            Arrays.stream(all).map(v -> (v - mean) * (v - mean)).sum() / (all.length - 1));
    double quartiles = (all[3 * all.length / 4] - all[all.length / 4]) / 1.349;
    double width = quartiles > 0 ? Math.min(spread, quartiles) : spread;
    return THUMB * width * StrictMath.pow(all.length, -0.2);
  }

  /**
   * {@code ((2ν+1) V / (2(o+1-ν)(B² + R)))^(1/(2o+3))} for the difference (or with sign 1 the sum)
   * of both sides.
   */
  private static double best(
      CutoffSide below,
      CutoffSide above,
      int order,
      int power,
      int biasOrder,
      double start,
      double wideBelow,
      double wideAbove,
      int sign) {
    Parts left = parts(below, order, power, biasOrder, start, wideBelow);
    Parts right = parts(above, order, power, biasOrder, start, wideAbove);
    double bias = right.bias + sign * left.bias;
    double square = bias * bias + left.doubt + right.doubt;
    double ratio =
        (2 * power + 1) * (left.variance + right.variance) / (2.0 * (order + 1 - power) * square);
    return StrictMath.pow(ratio, 1.0 / (2 * order + 3));
  }

  private static Parts parts(
      CutoffSide side, int order, int power, int biasOrder, double start, double wide) {
    double[] own = side.weights(start, order, power);
    double[] curve = side.weights(wide, biasOrder, order + 1);
    double[] next = Arrays.stream(side.x()).map(x -> StrictMath.pow(x, order + 1)).toArray();
    double constant = LocalPolynomial.dot(own, next) / StrictMath.pow(start, order + 1 - power);
    return new Parts(
        StrictMath.pow(start, 2 * power + 1) * side.variance(own),
        constant * LocalPolynomial.dot(curve, side.y()),
        3 * constant * constant * side.variance(curve));
  }
}
