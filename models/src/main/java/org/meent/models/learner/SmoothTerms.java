// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Terms of a smooth surface in a few chosen covariates: all products of Legendre polynomials up to
 * a total degree. Each covariate is first brought to [-1, 1] between its 1 % and 99 % quantiles and
 * kept there, so that far-off rows cannot bend the surface; a missing value stands at 0.
 */
final class SmoothTerms {
  private final int[] columns;
  private final double[] low;
  private final double[] high;
  private final int degree;
  private final List<int[]> powers;

  private SmoothTerms(int[] columns, double[] low, double[] high, int degree, List<int[]> powers) {
    this.columns = columns;
    this.low = low;
    this.high = high;
    this.degree = degree;
    this.powers = powers;
  }

  /** Terms in the columns given, without the constant and without single linear terms. */
  static SmoothTerms of(Design x, int[] columns, int degree) {
    double[] low = new double[columns.length];
    double[] high = new double[columns.length];
    int[] most = new int[columns.length];
    for (int c = 0; c < columns.length; c++) {
      double[] seen =
          Arrays.stream(x.column(columns[c])).filter(v -> !Double.isNaN(v)).sorted().toArray();
      low[c] = seen[(int) (0.01 * (seen.length - 1))];
      high[c] = seen[(int) Math.ceil(0.99 * (seen.length - 1))];
      int distinct = (int) Arrays.stream(seen).distinct().limit(degree + 1L).count();
      most[c] = high[c] > low[c] ? Math.min(degree, distinct - 1) : 0;
    }
    List<int[]> powers = new ArrayList<>();
    add(powers, new int[columns.length], 0, degree, most);
    powers.removeIf(p -> IntStream.of(p).sum() < 2);
    return new SmoothTerms(columns, low, high, degree, List.copyOf(powers));
  }

  private static void add(List<int[]> powers, int[] now, int at, int left, int[] most) {
    if (at == now.length) {
      powers.add(now.clone());
      return;
    }
    for (int power = 0; power <= Math.min(left, most[at]); power++) {
      now[at] = power;
      add(powers, now, at + 1, left - power, most);
    }
    now[at] = 0;
  }

  int size() {
    return powers.size();
  }

  /** Writes the terms of a row into a buffer from a position on. */
  void row(Design x, int i, double[] into, int at) {
    double[][] legendre = new double[columns.length][degree + 1];
    for (int c = 0; c < columns.length; c++) {
      double value = x.at(i, columns[c]);
      double z =
          Double.isNaN(value) || !(high[c] > low[c])
              ? 0
              : Math.max(-1, Math.min(1, 2 * (value - low[c]) / (high[c] - low[c]) - 1));
      double[] p = legendre[c];
      p[0] = 1;
      p[1] = z;
      for (int k = 1; k < degree; k++) {
        p[k + 1] = ((2 * k + 1) * z * p[k] - k * p[k - 1]) / (k + 1);
      }
    }
    for (int t = 0; t < powers.size(); t++) {
      int[] power = powers.get(t);
      double product = 1;
      for (int c = 0; c < columns.length; c++) {
        product *= power[c] == 0 ? 1 : legendre[c][power[c]];
      }
      into[at + t] = product;
    }
  }
}
