// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Least squares with lasso and ridge penalty on linear terms, squares and products, by coordinate
 * descent on cross products; the penalty by five-fold cross-validation. All folds come from one
 * pass over the rows: the cross products of a training set are the total less those of the held
 * fold.
 *
 * @param mixing 1 = lasso, 0 = ridge
 * @param products whether squares and products are terms; they are left out beyond {@code MOST}
 *     terms
 */
@Reference(
    authors = "J. Friedman, T. Hastie, R. Tibshirani (2010)",
    title = "Regularization paths for generalized linear models via coordinate descent",
    source = "Journal of Statistical Software 33(1)",
    url = "https://doi.org/10.18637/jss.v033.i01")
public record ElasticNet(double mixing, boolean products) implements Learner {
  private static final int FOLDS = 5;
  private static final int BLOCK = 4;
  private static final int STEPS = 40;
  private static final int SWEEPS = 200;
  private static final int MOST = 350;
  private static final double SMALLEST = 1e-3;

  /** Lasso with a touch of ridge, on products. */
  public static ElasticNet withDefaults() {
    return new ElasticNet(0.95, true);
  }

  /** The same on linear terms only. */
  public ElasticNet withoutProducts() {
    return new ElasticNet(mixing, false);
  }

  @Override
  public String name() {
    return "elastic-net";
  }

  @Override
  public Regression fit(Design x, double[] target, double[] weights, long seed) {
    int p = x.width();
    return fit(Basis.of(x, products && p * (p + 3) / 2 <= MOST), x, target, weights, seed);
  }

  /** As {@link #fit(Design, double[], double[], long)} on terms of the caller's choice. */
  Regression fit(Basis basis, Design x, double[] target, double[] weights, long seed) {
    int q = basis.size();
    double[][][] moments = moments(basis, x, target, weights, seed);
    double[][] total = new double[q + 2][q + 2];
    for (double[][] part : moments) {
      add(total, part, 1);
    }
    Problem all = new Problem(total, q);
    double top = all.largest() / Math.max(mixing, 1e-3);
    double[] loss = new double[STEPS];
    for (double[][] held : moments) {
      double[][] rest = copy(total);
      add(rest, held, -1);
      Problem problem = new Problem(rest, q);
      for (int s = 0; s < STEPS; s++) {
        problem.descend(penalty(top, s), mixing);
        loss[s] += problem.loss(held);
      }
    }
    int best = 0;
    for (int s = 1; s < STEPS; s++) {
      best = loss[s] < loss[best] ? s : best;
    }
    for (int s = 0; s <= best; s++) {
      all.descend(penalty(top, s), mixing);
    }
    return predictor(basis, all.intercept(), all.coefficients());
  }

  private static double penalty(double top, int step) {
    return top * StrictMath.pow(SMALLEST, step / (STEPS - 1.0));
  }

  private static Regression predictor(Basis basis, double intercept, double[] b) {
    return at -> {
      double[] row = new double[b.length];
      double[] prediction = new double[at.rows()];
      for (int i = 0; i < prediction.length; i++) {
        basis.row(at, i, row, 0);
        double value = intercept;
        for (int t = 0; t < b.length; t++) {
          value += b[t] * row[t];
        }
        prediction[i] = value;
      }
      return prediction;
    };
  }

  /** Weighted cross products of (1, terms, target), one matrix per fold. */
  private static double[][][] moments(
      Basis basis, Design x, double[] target, double[] weights, long seed) {
    int q = basis.size();
    double[][][] moments = new double[FOLDS][q + 2][q + 2];
    int[] turn = new int[x.rows()];
    for (int i = 0; i < turn.length; i++) {
      turn[i] = i % FOLDS;
    }
    RandomStream.of(seed, "elastic-net").shuffle(turn, turn.length);
    double[][][] waiting = new double[FOLDS][BLOCK][q + 2];
    double[][] mass = new double[FOLDS][BLOCK];
    int[] held = new int[FOLDS];
    for (int i = 0; i < x.rows(); i++) {
      int f = turn[i];
      double[] row = waiting[f][held[f]];
      row[0] = 1;
      basis.row(x, i, row, 1);
      row[q + 1] = target[i];
      mass[f][held[f]] = weights[i];
      if (++held[f] == BLOCK) {
        add(moments[f], waiting[f], mass[f]);
        held[f] = 0;
      }
    }
    for (int f = 0; f < FOLDS; f++) {
      Arrays.fill(mass[f], held[f], BLOCK, 0);
      add(moments[f], waiting[f], mass[f]);
    }
    for (double[][] part : moments) {
      for (int a = 0; a < q + 2; a++) {
        for (int b = 0; b < a; b++) {
          part[a][b] = part[b][a];
        }
      }
    }
    return moments;
  }

  /** Adds the cross products of a block of four rows, upper triangle only. */
  private static void add(double[][] into, double[][] rows, double[] mass) {
    int width = into.length;
    double[] r0 = rows[0];
    double[] r1 = rows[1];
    double[] r2 = rows[2];
    double[] r3 = rows[3];
    for (int a = 0; a < width; a++) {
      double f0 = mass[0] * r0[a];
      double f1 = mass[1] * r1[a];
      double f2 = mass[2] * r2[a];
      double f3 = mass[3] * r3[a];
      double[] line = into[a];
      for (int b = a; b < width; b++) {
        line[b] += f0 * r0[b] + f1 * r1[b] + f2 * r2[b] + f3 * r3[b];
      }
    }
  }

  private static double[][] copy(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  private static void add(double[][] to, double[][] from, double sign) {
    for (int a = 0; a < to.length; a++) {
      for (int b = 0; b < to.length; b++) {
        to[a][b] += sign * from[a][b];
      }
    }
  }

  /** One penalised least-squares problem in cross products, with its current solution. */
  private static final class Problem {
    private final int q;
    private final double[][] gram;
    private final double[] slope;
    private final double[] mean;
    private final double targetMean;
    private final double[] b;
    private final double[] gradient;

    Problem(double[][] m, int q) {
      this.q = q;
      double mass = m[0][0];
      mean = new double[q];
      gram = new double[q][q];
      slope = new double[q];
      targetMean = m[0][q + 1] / mass;
      for (int a = 0; a < q; a++) {
        mean[a] = m[0][a + 1] / mass;
      }
      for (int a = 0; a < q; a++) {
        for (int c = 0; c < q; c++) {
          gram[a][c] = m[a + 1][c + 1] / mass - mean[a] * mean[c];
        }
        slope[a] = m[a + 1][q + 1] / mass - mean[a] * targetMean;
      }
      b = new double[q];
      gradient = slope.clone();
    }

    double largest() {
      return Arrays.stream(slope).map(Math::abs).max().orElse(0);
    }

    /** Goes on from the current solution; {@code gradient} is kept at slope - gram b. */
    void descend(double penalty, double mixing) {
      double soft = penalty * mixing;
      double ridge = penalty * (1 - mixing);
      double precision = 1e-7 * (1e-12 + largest());
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        double moved = 0;
        for (int a = 0; a < q; a++) {
          if (gram[a][a] <= 1e-9) {
            continue;
          }
          double pull = gradient[a] + gram[a][a] * b[a];
          double shrunk = Math.abs(pull) - soft;
          double next = shrunk <= 0 ? 0 : Math.copySign(shrunk, pull) / (gram[a][a] + ridge);
          double step = next - b[a];
          if (step != 0) {
            b[a] = next;
            double[] line = gram[a];
            for (int c = 0; c < q; c++) {
              gradient[c] -= step * line[c];
            }
            moved = Math.max(moved, Math.abs(step) * gram[a][a]);
          }
        }
        if (moved < precision * 1e3) {
          return;
        }
      }
    }

    double intercept() {
      double value = targetMean;
      for (int a = 0; a < q; a++) {
        value -= b[a] * mean[a];
      }
      return value;
    }

    double[] coefficients() {
      return b.clone();
    }

    /** Squared error on rows given by their cross products: v'Mv with v = (-b0, -b, 1). */
    double loss(double[][] m) {
      double[] v = new double[q + 2];
      v[0] = -intercept();
      for (int a = 0; a < q; a++) {
        v[a + 1] = -b[a];
      }
      v[q + 1] = 1;
      double value = 0;
      for (int a = 0; a < q + 2; a++) {
        if (v[a] != 0) {
          double line = 0;
          for (int c = 0; c < q + 2; c++) {
            line += m[a][c] * v[c];
          }
          value += v[a] * line;
        }
      }
      return value;
    }
  }
}
