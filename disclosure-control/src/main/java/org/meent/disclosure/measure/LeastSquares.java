// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.meent.protocols.literature.Reference;

/** Coefficients of a regression, by (iteratively reweighted) least squares. */
final class LeastSquares {
  private static final int MOST_ROUNDS = 50;
  private static final double STILL = 1e-10;
  private static final double INNER = 1e-12;

  private LeastSquares() {}

  /**
   * The coefficients.
   *
   * @throws IllegalArgumentException if they cannot be told, because columns follow from others or
   *     an outcome follows from them
   */
  static double[] fit(ModelForm form, double[][] rows, double[] outcome) {
    return switch (form) {
      case LINEAR -> solve(rows, outcome);
      case LOGISTIC, POISSON -> reweighted(form, rows, outcome);
    };
  }

  @Reference(
      authors = "P. McCullagh, J. A. Nelder (1989)",
      title = "Generalized Linear Models",
      source = "Chapman and Hall, 2nd edition; section 2.5, iterative weighted least squares")
  private static double[] reweighted(ModelForm form, double[][] rows, double[] outcome) {
    double[] fitted = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      fitted[i] = start(form, outcome[i]);
    }
    double[] before = new double[rows[0].length];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[][] weighted = new double[rows.length][];
      double[] target = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        double mean = mean(form, fitted[i]);
        double slope = Math.max(INNER, form == ModelForm.LOGISTIC ? mean * (1 - mean) : mean);
        double root = StrictMath.sqrt(slope);
        weighted[i] = rows[i].clone();
        for (int j = 0; j < weighted[i].length; j++) {
          weighted[i][j] *= root;
        }
        target[i] = root * (fitted[i] + (outcome[i] - mean) / slope);
      }
      double[] now = solve(weighted, target);
      double moved = 0;
      for (int j = 0; j < now.length; j++) {
        moved = Math.max(moved, Math.abs(now[j] - before[j]) / (1 + Math.abs(now[j])));
      }
      for (int i = 0; i < rows.length; i++) {
        fitted[i] = product(rows[i], now);
      }
      before = now;
      if (moved < STILL) {
        return now;
      }
    }
    throw new IllegalArgumentException("the coefficients of this model run away");
  }

  private static double start(ModelForm form, double outcome) {
    return form == ModelForm.LOGISTIC
        ? StrictMath.log((outcome + 0.5) / (1.5 - outcome))
        : StrictMath.log(outcome + 0.5);
  }

  private static double mean(ModelForm form, double linear) {
    return form == ModelForm.LOGISTIC ? 1 / (1 + StrictMath.exp(-linear)) : StrictMath.exp(linear);
  }

  static double product(double[] row, double[] coefficients) {
    double product = 0;
    for (int j = 0; j < row.length; j++) {
      product += row[j] * coefficients[j];
    }
    return product;
  }

  private static double[] solve(double[][] rows, double[] outcome) {
    if (rows.length < rows[0].length) {
      throw new IllegalArgumentException("fewer units than coefficients");
    }
    try {
      return new QRDecomposition(new Array2DRowRealMatrix(rows, false))
          .getSolver()
          .solve(new ArrayRealVector(outcome, false))
          .toArray();
    } catch (SingularMatrixException e) {
      throw new IllegalArgumentException("a column of the model follows from others", e);
    }
  }
}
