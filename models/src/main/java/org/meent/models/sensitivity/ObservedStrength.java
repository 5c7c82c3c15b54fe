// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * How strongly each observed covariate is tied to treatment and to outcome when the others are held
 * fixed, by linear regression: the measuring rod for a {@link RobustnessValue}.
 *
 * @param covariate its name
 * @param withTreatment partial R² with the treatment
 * @param withOutcome partial R² with the outcome, treatment held fixed too
 */
public record ObservedStrength(String covariate, double withTreatment, double withOutcome) {
  private static final double RIDGE = 1e-9;

  /** The weaker of both ties: a variable as strong as this one explains at least so much. */
  public double weaker() {
    return Math.min(withTreatment, withOutcome);
  }

  /** One line per covariate; a missing value counts as the mean. */
  @Reference(
      authors = "C. Cinelli, C. Hazlett (2020)",
      title = "Making sense of sensitivity: extending omitted variable bias",
      source = "Journal of the Royal Statistical Society B 82, section 4.4",
      url = "https://doi.org/10.1111/rssb.12348")
  public static List<ObservedStrength> of(Frame pair) {
    double[][] x =
        Arrays.stream(pair.columns()).map(ObservedStrength::standard).toArray(double[][]::new);
    double[] w = standard(Arrays.stream(pair.treatment()).asDoubleStream().toArray());
    double[][] withTreatment = Arrays.copyOf(x, x.length + 1);
    withTreatment[x.length] = w;
    double[] weights = pair.weights();
    double[] treatment = partial(x, w, weights);
    double[] outcome = partial(withTreatment, standard(pair.outcome()), weights);
    List<ObservedStrength> lines = new ArrayList<>();
    for (int j = 0; j < x.length; j++) {
      lines.add(new ObservedStrength(pair.names().get(j), treatment[j], outcome[j]));
    }
    return List.copyOf(lines);
  }

  /** Partial R² of each regressor: {@code t²/(t² + df)}. */
  private static double[] partial(double[][] x, double[] y, double[] weights) {
    int k = x.length;
    int n = y.length;
    double[][] cross = new double[k][k];
    double[] slope = new double[k];
    double square = 0;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += weights[i] * x[a][i] * x[b][i];
        }
        cross[a][b] = sum;
        cross[b][a] = sum;
      }
      for (int i = 0; i < n; i++) {
        slope[a] += weights[i] * x[a][i] * y[i];
      }
      cross[a][a] *= 1 + RIDGE;
    }
    for (int i = 0; i < n; i++) {
      square += weights[i] * y[i] * y[i];
    }
    RealMatrix inverse;
    try {
      inverse =
          new CholeskyDecomposition(new Array2DRowRealMatrix(cross, false))
              .getSolver()
              .getInverse();
    } catch (NonPositiveDefiniteMatrixException e) {
      // Covariates that repeat each other: none of them explains anything the others do not.
      return new double[k];
    }
    double[] b = inverse.operate(slope);
    double left = square;
    for (int a = 0; a < k; a++) {
      left -= b[a] * slope[a];
    }
    double[] partial = new double[k];
    for (int a = 0; a < k; a++) {
      double taken = b[a] * b[a] / inverse.getEntry(a, a);
      partial[a] = taken / (taken + Math.max(left, 1e-12 * square));
    }
    return partial;
  }

  private static double[] standard(double[] values) {
    double mean = Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
    double[] z = Arrays.stream(values).map(v -> Double.isNaN(v) ? 0 : v - mean).toArray();
    double square = 0;
    for (double v : z) {
      square += v * v;
    }
    double spread = square > 0 ? StrictMath.sqrt(square / z.length) : 1;
    return Arrays.stream(z).map(v -> v / spread).toArray();
  }
}
