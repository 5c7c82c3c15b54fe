// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Terms of a linear predictor: each covariate, an indicator where it is missing (the covariate
 * itself then takes its mean), and if asked squares and products of two. All terms are standardised
 * on the rows that were learned from.
 */
final class Basis {
  private final double[] centre;
  private final double[] scale;
  private final List<int[]> terms;
  private final SmoothTerms smooth;
  private final double[] termCentre;
  private final double[] termScale;

  private Basis(double[] centre, double[] scale, List<int[]> terms, SmoothTerms smooth) {
    this.centre = centre;
    this.scale = scale;
    this.terms = terms;
    this.smooth = smooth;
    this.termCentre = new double[terms.size() + smooth.size()];
    this.termScale = new double[terms.size() + smooth.size()];
    Arrays.fill(termScale, 1);
  }

  /**
   * Learns means, spreads and terms. A term {j, -1} is linear, {j, -2} missing, {j, k} a product.
   */
  static Basis of(Design x, boolean products) {
    return of(x, products, SmoothTerms.of(x, new int[0], 0));
  }

  /** Linear terms of every covariate and a smooth surface in some. */
  static Basis of(Design x, SmoothTerms smooth) {
    return of(x, false, smooth);
  }

  private static Basis of(Design x, boolean products, SmoothTerms smooth) {
    int p = x.width();
    double[] centre = new double[p];
    double[] scale = new double[p];
    List<int[]> terms = new ArrayList<>();
    boolean[] two = new boolean[p];
    for (int j = 0; j < p; j++) {
      double[] seen = Arrays.stream(x.column(j)).filter(v -> !Double.isNaN(v)).toArray();
      centre[j] = seen.length == 0 ? 0 : sum(seen) / seen.length;
      scale[j] = spread(seen, centre[j]);
      two[j] = Arrays.stream(seen).distinct().limit(3).count() < 3;
      terms.add(new int[] {j, -1});
      if (seen.length < x.rows() && seen.length > 0) {
        terms.add(new int[] {j, -2});
      }
    }
    for (int j = 0; products && j < p; j++) {
      for (int k = two[j] ? j + 1 : j; k < p; k++) {
        terms.add(new int[] {j, k});
      }
    }
    Basis basis = new Basis(centre, scale, List.copyOf(terms), smooth);
    basis.standardise(x);
    return basis;
  }

  private void standardise(Design x) {
    int q = size();
    double[] row = new double[q];
    double[] sums = new double[q];
    double[] squares = new double[q];
    for (int i = 0; i < x.rows(); i++) {
      row(x, i, row, 0);
      for (int t = 0; t < q; t++) {
        sums[t] += row[t];
        squares[t] += row[t] * row[t];
      }
    }
    int n = x.rows();
    for (int t = 0; t < q; t++) {
      termCentre[t] = sums[t] / n;
      double variance = squares[t] / n - termCentre[t] * termCentre[t];
      termScale[t] = variance > 1e-12 ? StrictMath.sqrt(variance) : 0;
    }
  }

  int size() {
    return terms.size() + smooth.size();
  }

  /** Writes the terms of a row into a buffer from a position on; a term that never varies is 0. */
  void row(Design x, int i, double[] into, int at) {
    for (int t = 0; t < terms.size(); t++) {
      int[] term = terms.get(t);
      double value;
      if (term[1] == -2) {
        value = Double.isNaN(x.at(i, term[0])) ? 1 : 0;
      } else {
        value = standard(x, i, term[0]);
        if (term[1] >= 0) {
          value *= standard(x, i, term[1]);
        }
      }
      into[at + t] = value;
    }
    smooth.row(x, i, into, at + terms.size());
    for (int t = 0; t < termScale.length; t++) {
      into[at + t] = termScale[t] == 0 ? 0 : (into[at + t] - termCentre[t]) / termScale[t];
    }
  }

  private double standard(Design x, int i, int j) {
    double value = x.at(i, j);
    return Double.isNaN(value) || scale[j] == 0 ? 0 : (value - centre[j]) / scale[j];
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum;
  }

  private static double spread(double[] values, double centre) {
    double square = 0;
    for (double v : values) {
      square += (v - centre) * (v - centre);
    }
    return values.length == 0 ? 0 : StrictMath.sqrt(square / values.length);
  }
}
