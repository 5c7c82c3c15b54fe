// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.meent.protocols.literature.Reference;

/**
 * Weighted least squares with standard errors that hold whatever the spread of the errors: HC3, or
 * summed within clusters where rows belong together.
 *
 * @param coefficients one per column of the regressors
 * @param standardErrors one per coefficient
 * @param covariance of the coefficients
 * @param degreesOfFreedom rows (or clusters) less coefficients (or one)
 */
public record RobustRegression(
    double[] coefficients,
    double[] standardErrors,
    double[][] covariance,
    double degreesOfFreedom) {

  /** Wald's statistic, over their number, that all coefficients from one on are zero. */
  public double jointF(int first) {
    int k = coefficients.length - first;
    RealMatrix block =
        new Array2DRowRealMatrix(covariance)
            .getSubMatrix(first, first + k - 1, first, first + k - 1);
    double[] b = Arrays.copyOfRange(coefficients, first, coefficients.length);
    double[] scaled = new QRDecomposition(block).getSolver().getInverse().operate(b);
    double sum = 0;
    for (int a = 0; a < k; a++) {
      sum += b[a] * scaled[a];
    }
    return sum / k;
  }

  /**
   * Fits.
   *
   * @param regressors by column, the constant included if one is wanted
   * @param cluster cluster of each row, from 0
   * @throws org.apache.commons.math3.linear.SingularMatrixException if the regressors are collinear
   */
  @Reference(
      authors = "J. G. MacKinnon, H. White (1985)",
      title = "Some heteroskedasticity-consistent covariance matrix estimators",
      source = "Journal of Econometrics 29, 305-325",
      url = "https://doi.org/10.1016/0304-4076(85)90158-7")
  public static RobustRegression of(
      double[][] regressors, double[] y, double[] weights, int[] cluster, int clusters) {
    int k = regressors.length;
    int n = y.length;
    double[][] information = new double[k][k];
    double[] cross = new double[k];
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < k; a++) {
        double xa = weights[i] * regressors[a][i];
        cross[a] += xa * y[i];
        for (int b = 0; b < k; b++) {
          information[a][b] += xa * regressors[b][i];
        }
      }
    }
    RealMatrix bread =
        new QRDecomposition(new Array2DRowRealMatrix(information)).getSolver().getInverse();
    double[] beta = bread.operate(cross);
    boolean alone = clusters == n;
    double[][] sums = new double[clusters][k];
    for (int i = 0; i < n; i++) {
      double fitted = 0;
      double leverage = 0;
      for (int a = 0; a < k; a++) {
        fitted += beta[a] * regressors[a][i];
        for (int b = 0; b < k; b++) {
          leverage += weights[i] * regressors[a][i] * bread.getEntry(a, b) * regressors[b][i];
        }
      }
      double residual = y[i] - fitted;
      double score = weights[i] * (alone ? residual / (1 - leverage) : residual);
      for (int a = 0; a < k; a++) {
        sums[cluster[i]][a] += score * regressors[a][i];
      }
    }
    double[][] meat = new double[k][k];
    for (double[] sum : sums) {
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          meat[a][b] += sum[a] * sum[b];
        }
      }
    }
    RealMatrix variance = bread.multiply(new Array2DRowRealMatrix(meat)).multiply(bread);
    double correction = alone ? 1 : clusters / (clusters - 1.0);
    double[] errors = new double[k];
    for (int a = 0; a < k; a++) {
      errors[a] = StrictMath.sqrt(variance.getEntry(a, a) * correction);
    }
    return new RobustRegression(
        beta,
        errors,
        variance.scalarMultiply(correction).getData(),
        alone ? (double) n - k : clusters - 1.0);
  }
}
