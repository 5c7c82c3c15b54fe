// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Arrays;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * Weighted least squares with standard errors that hold whatever the spread of the errors: HC3, or
 * summed within clusters where rows belong together ({@link BiasReduced} with few of them, and
 * along two divisions where two cross).
 *
 * @param coefficients one per column of the regressors
 * @param standardErrors one per coefficient
 * @param covariance of the coefficients
 * @param degreesOfFreedom of each coefficient
 */
public record RobustRegression(
    double[] coefficients,
    double[] standardErrors,
    double[][] covariance,
    double[] degreesOfFreedom) {

  /**
   * The p-value of the joint test that all coefficients from one on are zero: Hotelling's T² with
   * the fewest degrees of freedom among them; {@code NaN} if these do not suffice.
   */
  public double jointP(int first) {
    int k = coefficients.length - first;
    double free =
        Arrays.stream(degreesOfFreedom, first, coefficients.length).min().orElse(0) - k + 1;
    if (k == 0 || !(free > 0)) {
      return Double.NaN;
    }
    RealMatrix block =
        new Array2DRowRealMatrix(covariance)
            .getSubMatrix(first, first + k - 1, first, first + k - 1);
    double[] b = Arrays.copyOfRange(coefficients, first, coefficients.length);
    double[] scaled = new QRDecomposition(block).getSolver().getInverse().operate(b);
    double sum = 0;
    for (int a = 0; a < k; a++) {
      sum += b[a] * scaled[a];
    }
    double f = sum / k * free / (free + k - 1);
    return f >= 0 ? 1 - new FDistribution(null, k, free).cumulativeProbability(f) : Double.NaN;
  }

  /**
   * Fits.
   *
   * @param regressors by column, the constant included if one is wanted
   * @param weights of the rows; zero leaves one out
   * @param rows the frame that says which rows belong together
   * @throws org.apache.commons.math3.linear.SingularMatrixException if the regressors are collinear
   */
  @Reference(
      authors = "J. G. MacKinnon, H. White (1985)",
      title = "Some heteroskedasticity-consistent covariance matrix estimators",
      source = "Journal of Econometrics 29, 305-325",
      url = "https://doi.org/10.1016/0304-4076(85)90158-7")
  public static RobustRegression of(
      double[][] regressors, double[] y, double[] weights, Frame rows) {
    int k = regressors.length;
    double[][] information = new double[k][k];
    double[] cross = new double[k];
    for (int i = 0; i < y.length; i++) {
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
    double[] residual = y.clone();
    for (int a = 0; a < k; a++) {
      for (int i = 0; i < residual.length; i++) {
        residual[i] -= beta[a] * regressors[a][i];
      }
    }
    SandwichVariance variance =
        new SandwichMeat(regressors, residual, weights, bread).variance(rows);
    double[] errors = new double[k];
    for (int a = 0; a < k; a++) {
      errors[a] = StrictMath.sqrt(variance.matrix().getEntry(a, a));
    }
    return new RobustRegression(
        beta, errors, variance.matrix().getData(), variance.degreesOfFreedom());
  }
}
