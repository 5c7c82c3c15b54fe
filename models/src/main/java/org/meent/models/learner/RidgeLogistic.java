// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.meent.protocols.literature.Reference;

/**
 * Logistic regression on linear terms with a small ridge penalty on standardised coefficients, by
 * Newton's method.
 *
 * @param penalty added to the information of each coefficient but the intercept
 */
@Reference(
    authors = "S. le Cessie, J. C. van Houwelingen (1992)",
    title = "Ridge estimators in logistic regression",
    source = "Applied Statistics 41, 191-201",
    url = "https://doi.org/10.2307/2347628")
public record RidgeLogistic(double penalty) implements Learner {
  private static final int STEPS = 50;
  private static final double FREE = 1e-8;

  /** A penalty of one. */
  public static RidgeLogistic withDefaults() {
    return new RidgeLogistic(1);
  }

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public Regression fit(Design x, double[] target, double[] weights, long seed) {
    Basis basis = Basis.of(x, false);
    int q = basis.size() + 1;
    double[] b = new double[q];
    double[][] rows = new double[x.rows()][q];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 1;
      basis.row(x, i, rows[i], 1);
    }
    if (q > rows.length) {
      wide(rows, b, target, weights);
      return at -> predict(basis, b, at);
    }
    for (int step = 0; step < STEPS; step++) {
      double[][] information = new double[q][q];
      double[] score = new double[q];
      for (int i = 0; i < rows.length; i++) {
        double e = probability(b, rows[i]);
        double residual = weights[i] * (target[i] - e);
        double curve = weights[i] * Math.max(e * (1 - e), 1e-10);
        for (int a = 0; a < q; a++) {
          score[a] += residual * rows[i][a];
          double factor = curve * rows[i][a];
          for (int c = 0; c < q; c++) {
            information[a][c] += factor * rows[i][c];
          }
        }
      }
      for (int a = 0; a < q; a++) {
        double ridge = a == 0 ? FREE : penalty;
        information[a][a] += ridge;
        score[a] -= ridge * b[a];
      }
      double[] move =
          new QRDecomposition(new Array2DRowRealMatrix(information, false))
              .getSolver()
              .solve(new ArrayRealVector(score, false))
              .toArray();
      if (move(b, move) < 1e-9) {
        break;
      }
    }
    return at -> predict(basis, b, at);
  }

  /** The same steps where there are more terms than rows. */
  private void wide(double[][] rows, double[] b, double[] target, double[] weights) {
    WideSteps steps = new WideSteps(rows, penalty);
    double[] curve = new double[rows.length];
    for (int step = 0; step < STEPS; step++) {
      double[] score = new double[b.length];
      for (int i = 0; i < rows.length; i++) {
        double e = probability(b, rows[i]);
        double residual = weights[i] * (target[i] - e);
        curve[i] = weights[i] * Math.max(e * (1 - e), 1e-10);
        for (int a = 0; a < b.length; a++) {
          score[a] += residual * rows[i][a];
        }
      }
      score[0] -= FREE * b[0];
      for (int a = 1; a < b.length; a++) {
        score[a] -= penalty * b[a];
      }
      if (move(b, steps.step(curve, score, FREE)) < 1e-9) {
        break;
      }
    }
  }

  /** Takes a step of bounded length; returns its largest part. */
  private static double move(double[] b, double[] step) {
    double largest = 0;
    for (int a = 0; a < b.length; a++) {
      double bounded = Math.max(-4, Math.min(4, step[a]));
      b[a] += bounded;
      largest = Math.max(largest, Math.abs(bounded));
    }
    return largest;
  }

  private static double[] predict(Basis basis, double[] b, Design at) {
    double[] row = new double[b.length];
    double[] prediction = new double[at.rows()];
    for (int i = 0; i < prediction.length; i++) {
      row[0] = 1;
      basis.row(at, i, row, 1);
      prediction[i] = probability(b, row);
    }
    return prediction;
  }

  private static double probability(double[] b, double[] row) {
    double z = 0;
    for (int a = 0; a < b.length; a++) {
      z += b[a] * row[a];
    }
    return 1 / (1 + StrictMath.exp(-z));
  }
}
