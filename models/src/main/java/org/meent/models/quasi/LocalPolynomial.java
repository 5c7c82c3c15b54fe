// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.meent.protocols.literature.Reference;

/**
 * Weighted polynomials around zero on one side of it, with the triangular kernel: a coefficient is
 * a weighted sum of the values, and these are the weights.
 */
final class LocalPolynomial {
  private LocalPolynomial() {}

  /**
   * The weights that give the coefficient of {@code x^power} in a fit of an order.
   *
   * @param x distance from the cutoff of each row, all on one side
   * @param mass sample weight of each row
   * @param bandwidth rows further away weigh nothing
   */
  @Reference(
      authors = "J. Fan, I. Gijbels (1996)",
      title = "Local polynomial modelling and its applications",
      source = "Chapman & Hall, section 3.1")
  static double[] weights(double[] x, double[] mass, double bandwidth, int order, int power) {
    int k = order + 1;
    double[][] information = new double[k][k];
    for (int i = 0; i < x.length; i++) {
      double kernel = mass[i] * kernel(x[i] / bandwidth);
      if (kernel > 0) {
        double[] terms = powers(x[i] / bandwidth, k);
        for (int a = 0; a < k; a++) {
          for (int b = 0; b < k; b++) {
            information[a][b] += kernel * terms[a] * terms[b];
          }
        }
      }
    }
    double[] unit = new double[k];
    unit[power] = 1;
    DecompositionSolver solver =
        new QRDecomposition(new Array2DRowRealMatrix(information, false)).getSolver();
    double[] row = solver.solve(new ArrayRealVector(unit, false)).toArray();
    double scale = StrictMath.pow(bandwidth, -power);
    double[] weights = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double kernel = mass[i] * kernel(x[i] / bandwidth);
      if (kernel > 0) {
        double[] terms = powers(x[i] / bandwidth, k);
        for (int a = 0; a < k; a++) {
          weights[i] += scale * kernel * row[a] * terms[a];
        }
      }
    }
    return weights;
  }

  /** How many rows have any weight. */
  static long inside(double[] x, double bandwidth) {
    long count = 0;
    for (double one : x) {
      count += kernel(one / bandwidth) > 0 ? 1 : 0;
    }
    return count;
  }

  static double dot(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  private static double kernel(double u) {
    return Math.max(0, 1 - Math.abs(u));
  }

  private static double[] powers(double u, int count) {
    double[] powers = new double[count];
    powers[0] = 1;
    for (int a = 1; a < count; a++) {
      powers[a] = powers[a - 1] * u;
    }
    return powers;
  }
}
