// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

class ClusterVarianceTest {

  /**
   * Against the definition of CR2 and of Bell and McCaffrey's degrees of freedom for a mean: {@code
   * A_c = (I - H_cc)^(-1/2)} by eigenvalues, no closed form.
   */
  @Test
  void fewClustersByTheDefinition() {
    int[] size = {3, 7, 4, 11, 2, 5};
    int n = IntStream.of(size).sum();
    int[] cluster = new int[n];
    double[] y = new double[n];
    int at = 0;
    for (int c = 0; c < size.length; c++) {
      for (int k = 0; k < size[c]; k++) {
        cluster[at] = c;
        y[at] = RandomStream.of(6, "cr2", at).nextGaussian() + c % 3;
        at++;
      }
    }
    double mean = Arrays.stream(y).sum() / n;
    double[] influence = Arrays.stream(y).map(v -> (v - mean) / n).toArray();
    ClusterVariance found = ClusterVariance.of(influence, cluster, size.length, null);

    double variance = 0;
    RealMatrix g = new Array2DRowRealMatrix(n, size.length);
    RealMatrix rest = MatrixUtils.createRealIdentityMatrix(n).subtract(ones(n, n, 1.0 / n));
    int start = 0;
    for (int c = 0; c < size.length; c++) {
      RealMatrix own =
          MatrixUtils.createRealIdentityMatrix(size[c]).subtract(ones(size[c], size[c], 1.0 / n));
      RealMatrix adjust = MatrixUtils.inverse(new EigenDecomposition(own).getSquareRoot());
      RealMatrix one = ones(size[c], 1, 1);
      double[] residual = new double[size[c]];
      for (int k = 0; k < size[c]; k++) {
        residual[k] = y[start + k] - mean;
      }
      RealMatrix left = one.transpose().multiply(adjust).scalarMultiply(1.0 / n);
      double score = left.operate(residual)[0];
      variance += score * score;
      RealMatrix rows = rest.getSubMatrix(start, start + size[c] - 1, 0, n - 1);
      g.setColumnMatrix(c, left.multiply(rows).transpose());
      start += size[c];
    }
    RealMatrix products = g.transpose().multiply(g);
    double df = products.getTrace() * products.getTrace() / products.multiply(products).getTrace();
    assertThat(found.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
    assertThat(found.degreesOfFreedom()).isCloseTo(df, within(1e-8));
  }

  private static RealMatrix ones(int rows, int columns, double value) {
    return new Array2DRowRealMatrix(rows, columns).scalarAdd(value);
  }

  @Test
  void manyClustersKeepTheUsualCorrection() {
    int n = 200;
    int[] cluster = IntStream.range(0, n).map(i -> i / 4).toArray();
    double[] influence = new double[n];
    double square = 0;
    for (int c = 0; c < 50; c++) {
      double sum = 0;
      for (int k = 0; k < 4; k++) {
        influence[4 * c + k] = RandomStream.of(7, "cr1", 4 * c + k).nextGaussian();
        sum += influence[4 * c + k];
      }
      square += sum * sum;
    }
    ClusterVariance found = ClusterVariance.of(influence, cluster, 50, null);
    assertThat(found.standardError()).isCloseTo(Math.sqrt(square * 50 / 49), within(1e-12));
    assertThat(found.degreesOfFreedom()).isEqualTo(49);
  }
}
