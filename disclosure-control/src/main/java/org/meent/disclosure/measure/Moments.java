// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.List;

/** Sums of powers of deviations from the mean, and what is made of them. */
final class Moments {
  private final double[] values;
  private final double mean;

  Moments(double[] values) {
    this.values = values;
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    mean = sum / values.length;
  }

  double mean() {
    return mean;
  }

  /** Sum of a power of the deviations. */
  double sum(int power) {
    double sum = 0;
    for (double value : values) {
      sum += power(value - mean, power);
    }
    return sum;
  }

  /** Share of the largest unit in the sum of absolute powers; 0 where there is nothing to share. */
  double largestShare(int power) {
    double all = 0;
    double largest = 0;
    for (double value : values) {
      double part = Math.abs(power(value - mean, power));
      all += part;
      largest = Math.max(largest, part);
    }
    return all > 0 ? Math.min(1, largest / all) : 0;
  }

  /** Standard deviation, by n - 1 or by n. */
  List<Double> deviations() {
    double squares = sum(2);
    int n = values.length;
    return List.of(StrictMath.sqrt(squares / Math.max(1, n - 1)), StrictMath.sqrt(squares / n));
  }

  /** Skewness {@code g1 = m3 / m2^1.5}, {@code G1} and {@code b1} as programs also print it. */
  List<Double> skewness() {
    double n = values.length;
    double g = sum(3) / n / StrictMath.pow(sum(2) / n, 1.5);
    double adjusted = n > 2 ? g * StrictMath.sqrt(n * (n - 1)) / (n - 2) : g;
    return List.of(g, adjusted, g * StrictMath.pow((n - 1) / n, 1.5));
  }

  /** Kurtosis {@code m4 / m2^2}, that minus 3, {@code G2} and {@code b2}. */
  List<Double> kurtosis() {
    double n = values.length;
    double k = sum(4) / n / power(sum(2) / n, 2);
    double adjusted = n > 3 ? (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (k - 3) + 6) : k - 3;
    return List.of(k, k - 3, adjusted, k * power(1 - 1 / n, 2) - 3);
  }

  private static double power(double base, int exponent) {
    double power = base;
    for (int i = 1; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
