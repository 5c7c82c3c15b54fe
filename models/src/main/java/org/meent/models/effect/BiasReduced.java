// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.meent.protocols.literature.Reference;

/**
 * CR2 for least squares with few clusters, with Satterthwaite's degrees of freedom for each
 * coefficient, under a working model of independent rows. Written in terms of {@code T = √M S √M}
 * of each cluster ({@code M} the inverse of all cross products, {@code S} those of the cluster), so
 * that no matrix has the size of a cluster.
 *
 * @param variance of the coefficients
 * @param degreesOfFreedom of each coefficient
 */
record BiasReduced(RealMatrix variance, double[] degreesOfFreedom) {
  private static final double NOTHING = 1e-10;

  /**
   * Computes both.
   *
   * @param bread inverse of the cross products of all rows
   * @param products cross products of the regressors in each cluster
   * @param scores regressors times residuals, summed in each cluster
   */
  @Reference(
      authors = "R. M. Bell, D. F. McCaffrey (2002)",
      title = "Bias reduction in standard errors for linear regression with multi-stage samples",
      source = "Survey Methodology 28, 169-181")
  @Reference(
      authors = "J. E. Pustejovsky, E. Tipton (2018)",
      title = "Small-sample methods for cluster-robust variance estimation",
      source = "Journal of Business & Economic Statistics 36, 672-683",
      url = "https://doi.org/10.1080/07350015.2016.1247004")
  static BiasReduced of(RealMatrix bread, double[][][] products, double[][] scores) {
    int k = bread.getRowDimension();
    RealMatrix half = power(bread, 0.5);
    RealMatrix variance = new Array2DRowRealMatrix(k, k);
    RealMatrix[] share = new RealMatrix[scores.length];
    RealMatrix[] adjustment = new RealMatrix[scores.length];
    for (int c = 0; c < scores.length; c++) {
      share[c] = half.multiply(new Array2DRowRealMatrix(products[c], false)).multiply(half);
      adjustment[c] = power(MatrixUtils.createRealIdentityMatrix(k).subtract(share[c]), -0.5);
      RealVector moved =
          half.operate(
              adjustment[c].operate(half.operate(MatrixUtils.createRealVector(scores[c]))));
      variance = variance.add(moved.outerProduct(moved));
    }
    double[] free = new double[k];
    for (int a = 0; a < k; a++) {
      free[a] = free(half.getColumnVector(a), share, adjustment);
    }
    return new BiasReduced(variance, free);
  }

  /** {@code (Σ B_cc)² / Σ B_cd²} with {@code B_cd = δ q'Tq - (T q_c)'(T q_d)}. */
  private static double free(RealVector direction, RealMatrix[] share, RealMatrix[] adjustment) {
    RealVector[] along = new RealVector[share.length];
    double trace = 0;
    double square = 0;
    for (int c = 0; c < share.length; c++) {
      RealVector q = adjustment[c].operate(direction);
      along[c] = share[c].operate(q);
      double own = q.dotProduct(along[c]) - along[c].dotProduct(along[c]);
      trace += own;
      square += own * own;
      for (int d = 0; d < c; d++) {
        double both = along[c].dotProduct(along[d]);
        square += 2 * both * both;
      }
    }
    return trace * trace / square;
  }

  /** A power of a symmetric matrix; a direction that is next to nothing stays nothing. */
  private static RealMatrix power(RealMatrix symmetric, double exponent) {
    RealMatrix even = symmetric.add(symmetric.transpose()).scalarMultiply(0.5);
    EigenDecomposition parts = new EigenDecomposition(even);
    double largest = 0;
    for (double value : parts.getRealEigenvalues()) {
      largest = Math.max(largest, Math.abs(value));
    }
    double[] powers = parts.getRealEigenvalues();
    for (int a = 0; a < powers.length; a++) {
      powers[a] = powers[a] > NOTHING * largest ? StrictMath.pow(powers[a], exponent) : 0;
    }
    return parts
        .getV()
        .multiply(MatrixUtils.createRealDiagonalMatrix(powers))
        .multiply(parts.getVT());
  }
}
