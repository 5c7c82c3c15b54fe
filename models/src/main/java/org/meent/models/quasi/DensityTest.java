// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.meent.protocols.literature.Reference;

/**
 * Whether people are as dense just below a cutoff as just above it. If not, somebody may have
 * chosen the side, and the jump at the cutoff says nothing. The density is the slope of a local
 * polynomial in the empirical distribution function.
 *
 * @param below density just below
 * @param above density just above
 * @param p two-sided p-value that they are the same
 */
public record DensityTest(double below, double above, double p) {
  private static final int ORDER = 3;
  private static final double THUMB = 2;

  /** Tests distances from a cutoff. */
  @Reference(
      authors = "M. D. Cattaneo, M. Jansson, X. Ma (2020)",
      title = "Simple local polynomial density estimators",
      source = "Journal of the American Statistical Association 115, 1449-1455",
      url = "https://doi.org/10.1080/01621459.2019.1635480")
  public static DensityTest of(double[] distance) {
    double[] x = distance.clone();
    Arrays.sort(x);
    int first = 0;
    while (first < x.length && x[first] < 0) {
      first++;
    }
    double[] below = density(x, 0, first);
    double[] above = density(x, first, x.length);
    double se = StrictMath.sqrt(below[1] + above[1]);
    double t = (above[0] - below[0]) / se;
    double p = 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(t));
    return new DensityTest(below[0], above[0], p);
  }

  /** Density at zero (0) and its variance (1) from the rows of one side of sorted ones. */
  private static double[] density(double[] x, int from, int to) {
    int n = to - from;
    double share = (double) n / x.length;
    double[] own = Arrays.copyOfRange(x, from, to);
    double[] mass = new double[n];
    Arrays.fill(mass, 1);
    double[] distribution = new double[n];
    for (int i = 0; i < n; ) {
      int end = i;
      while (end < n && own[end] == own[i]) {
        end++;
      }
      for (int tied = i; tied < end; tied++) {
        distribution[tied] = (double) end / n;
      }
      i = end;
    }
    double[] weights = LocalPolynomial.weights(own, mass, bandwidth(own), ORDER, 1);
    double slope = LocalPolynomial.dot(weights, distribution);
    // A row moves the distribution function at itself and above: its influence is the sum there.
    double beyond = 0;
    double variance = 0;
    for (int i = n - 1; i >= 0; i--) {
      beyond += weights[i];
      double influence = (beyond - slope) / n;
      variance += influence * influence;
    }
    double ofShare = slope * slope * share * (1 - share) / x.length;
    return new double[] {share * slope, share * share * variance + ofShare};
  }

  private static double bandwidth(double[] own) {
    double mean = Arrays.stream(own).average().orElse(0);
    double spread =
        StrictMath.sqrt(
            Arrays.stream(own).map(v -> (v - mean) * (v - mean)).sum() / (own.length - 1));
    return THUMB * spread * StrictMath.pow(own.length, -1.0 / 9);
  }
}
