// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;

/**
 * Newton steps of a ridge regression with more terms than rows, in the space of the rows: with
 * {@code B} the terms, {@code D} the curvatures and penalty λ,
 *
 * <pre>(λI + B'DB)⁻¹ u = u/λ − B'D½ (I + D½BB'D½/λ)⁻¹ D½B u/λ²</pre>
 *
 * so that a step costs {@code n³} and not {@code q³}. The constant, first in each row and as good
 * as free, is eliminated by itself.
 */
final class WideSteps {
  private final double[][] rows;
  private final double penalty;
  private final double[][] products;

  /**
   * @param rows terms by row, the constant first
   * @param penalty of every term but the constant
   */
  WideSteps(double[][] rows, double penalty) {
    this.rows = rows;
    this.penalty = penalty;
    this.products = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = 0;
        for (int a = 1; a < rows[i].length; a++) {
          sum += rows[i][a] * rows[k][a];
        }
        products[i][k] = sum;
        products[k][i] = sum;
      }
    }
  }

  /** The step for a score, the constant's part first, with the constant's own ridge. */
  double[] step(double[] curve, double[] score, double ridge) {
    int n = rows.length;
    double[] root = new double[n];
    for (int i = 0; i < n; i++) {
      root[i] = StrictMath.sqrt(curve[i]);
    }
    double[][] inner = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        inner[i][k] = root[i] * products[i][k] * root[k] / penalty + (i == k ? 1 : 0);
      }
    }
    DecompositionSolver solver =
        new CholeskyDecomposition(new Array2DRowRealMatrix(inner, false), 1e-9, 0).getSolver();
    double[] cross = new double[score.length];
    double whole = ridge;
    for (int i = 0; i < n; i++) {
      whole += curve[i];
      for (int a = 1; a < cross.length; a++) {
        cross[a] += curve[i] * rows[i][a];
      }
    }
    double[] ofScore = inverse(score, root, solver);
    double[] ofCross = inverse(cross, root, solver);
    double left = score[0];
    double pivot = whole;
    for (int a = 1; a < cross.length; a++) {
      left -= cross[a] * ofScore[a];
      pivot -= cross[a] * ofCross[a];
    }
    double[] step = new double[score.length];
    step[0] = left / pivot;
    for (int a = 1; a < step.length; a++) {
      step[a] = ofScore[a] - ofCross[a] * step[0];
    }
    return step;
  }

  /** The penalised terms' part of a vector, by the formula above; the first place is not used. */
  private double[] inverse(double[] u, double[] root, DecompositionSolver solver) {
    double[] along = new double[rows.length];
    for (int i = 0; i < along.length; i++) {
      for (int a = 1; a < u.length; a++) {
        along[i] += rows[i][a] * u[a];
      }
      along[i] *= root[i];
    }
    double[] solved = solver.solve(new ArrayRealVector(along, false)).toArray();
    double[] found = new double[u.length];
    for (int a = 1; a < u.length; a++) {
      found[a] = u[a] / penalty;
    }
    for (int i = 0; i < solved.length; i++) {
      double factor = root[i] * solved[i] / (penalty * penalty);
      for (int a = 1; a < u.length; a++) {
        found[a] -= rows[i][a] * factor;
      }
    }
    return found;
  }
}
