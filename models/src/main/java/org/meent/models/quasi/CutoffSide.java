// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows on one side of a cutoff, in order of their distance from it.
 *
 * @param rows places in the whole data
 * @param x distance from the cutoff, with its sign
 * @param y values of an outcome
 * @param mass sample weights
 * @param rest what each value differs from those of its nearest neighbours, for variances
 */
record CutoffSide(int[] rows, double[] x, double[] y, double[] mass, double[] rest) {
  private static final int NEIGHBOURS = 3;

  static CutoffSide of(double[] distance, double[] values, double[] weights, boolean above) {
    int[] rows =
        IntStream.range(0, distance.length)
            .filter(i -> above == distance[i] >= 0 && weights[i] > 0)
            .boxed()
            .sorted(
                java.util.Comparator.<Integer>comparingDouble(i -> distance[i])
                    .thenComparingInt(i -> i))
            .mapToInt(i -> i)
            .toArray();
    double[] x = pick(distance, rows);
    double[] y = pick(values, rows);
    return new CutoffSide(rows, x, y, pick(weights, rows), rest(x, y));
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  /** {@code √(J/(J+1))} times the distance to the mean of the {@code J} nearest others. */
  private static double[] rest(double[] x, double[] y) {
    double[] rest = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int low = i;
      int high = i;
      double sum = 0;
      int found = 0;
      while (found < NEIGHBOURS && (low > 0 || high < x.length - 1)) {
        boolean down = high == x.length - 1 || (low > 0 && x[i] - x[low - 1] <= x[high + 1] - x[i]);
        sum += y[down ? --low : ++high];
        found++;
      }
      rest[i] = StrictMath.sqrt(found / (found + 1.0)) * (y[i] - sum / Math.max(1, found));
    }
    return rest;
  }

  double[] weights(double bandwidth, int order, int power) {
    return LocalPolynomial.weights(x, mass, bandwidth, order, power);
  }

  /** The variance of a weighted sum of the values. */
  double variance(double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * weights[i] * rest[i] * rest[i];
    }
    return sum;
  }

  /** The bandwidth that holds so many rows, or all of them. */
  double holding(int count) {
    double[] distance = Arrays.stream(x).map(Math::abs).sorted().toArray();
    double edge = distance[Math.min(count, distance.length) - 1];
    return Arrays.stream(distance).filter(d -> d > edge).findFirst().orElse(edge * 1.0001);
  }

  double farthest() {
    return Arrays.stream(x).map(Math::abs).max().orElse(0);
  }
}
