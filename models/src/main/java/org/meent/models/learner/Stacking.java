// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.meent.protocols.literature.Reference;

/**
 * The convex combination of predictions with the least squared error: every subset of learners is
 * solved exactly with weights summing to one, and the best subset without negative weights wins.
 * Meant for a handful of learners.
 *
 * @param shares weight of each learner
 * @param losses mean squared error of each learner alone
 */
record Stacking(double[] shares, double[] losses) {
  private static final int MOST = 8;

  @Reference(
      authors = "L. Breiman (1996)",
      title = "Stacked regressions",
      source = "Machine Learning 24, 49-64",
      url = "https://doi.org/10.1007/BF00117832")
  static Stacking of(double[][] predictions, double[] target, double[] weights, int[] rows) {
    int count = predictions.length;
    if (count > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " learners, not " + count);
    }
    // Cross products of the errors: with weights that sum to one, the loss is a'Ea.
    double[][] errors = new double[count][count];
    double total = 0;
    for (int i : rows) {
      for (int a = 0; a < count; a++) {
        double ea = weights[i] * (target[i] - predictions[a][i]);
        for (int b = 0; b <= a; b++) {
          errors[a][b] += ea * (target[i] - predictions[b][i]);
        }
      }
      total += weights[i];
    }
    double[] losses = new double[count];
    for (int a = 0; a < count; a++) {
      for (int b = 0; b <= a; b++) {
        errors[a][b] /= total;
        errors[b][a] = errors[a][b];
      }
      losses[a] = errors[a][a];
    }
    double[] best = {};
    double least = Double.POSITIVE_INFINITY;
    for (int subset = 1; subset < 1 << count; subset++) {
      double[] shares = solve(errors, subset, count);
      double loss = quadratic(errors, shares);
      if (shares.length > 0 && loss < least) {
        least = loss;
        best = shares;
      }
    }
    return new Stacking(best, losses);
  }

  double[] combine(double[][] predictions) {
    double[] combined = new double[predictions[0].length];
    for (int l = 0; l < shares.length; l++) {
      for (int i = 0; i < combined.length; i++) {
        combined[i] += shares[l] * predictions[l][i];
      }
    }
    return combined;
  }

  /** Weights proportional to E^-1 1 on a subset; empty if one is negative or E is singular. */
  private static double[] solve(double[][] errors, int subset, int count) {
    int[] in =
        java.util.stream.IntStream.range(0, count).filter(l -> (subset >> l & 1) == 1).toArray();
    double[] shares = new double[count];
    if (in.length == 1) {
      shares[in[0]] = 1;
      return shares;
    }
    double[][] part = new double[in.length][in.length];
    double[] ones = new double[in.length];
    for (int a = 0; a < in.length; a++) {
      ones[a] = 1;
      for (int b = 0; b < in.length; b++) {
        part[a][b] = errors[in[a]][in[b]];
      }
    }
    DecompositionSolver solver =
        new QRDecomposition(new Array2DRowRealMatrix(part, false)).getSolver();
    if (!solver.isNonSingular()) {
      return new double[0];
    }
    double[] raw = solver.solve(new ArrayRealVector(ones, false)).toArray();
    double sum = java.util.Arrays.stream(raw).sum();
    for (int a = 0; a < in.length; a++) {
      shares[in[a]] = raw[a] / sum;
      if (!(shares[in[a]] >= 0)) {
        return new double[0];
      }
    }
    return shares;
  }

  private static double quadratic(double[][] errors, double[] shares) {
    double loss = 0;
    for (int a = 0; a < shares.length; a++) {
      for (int b = 0; b < shares.length; b++) {
        loss += shares[a] * shares[b] * errors[a][b];
      }
    }
    return loss;
  }
}
