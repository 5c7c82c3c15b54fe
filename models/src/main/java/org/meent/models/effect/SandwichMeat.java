// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.meent.models.frame.Frame;

/**
 * What a fit of least squares leaves over, for the variance of its coefficients.
 *
 * @param regressors by column
 * @param residual of each row
 * @param weights of the rows
 * @param bread inverse of the weighted cross products of the regressors
 */
record SandwichMeat(double[][] regressors, double[] residual, double[] weights, RealMatrix bread) {

  /** By row (HC3), by cluster, or along two divisions. */
  SandwichVariance variance(Frame rows) {
    int[] cluster = rows.clusters();
    SandwichVariance first = rows.clustered() ? byCluster(cluster, rows.clusterCount()) : byRow();
    if (rows.crossingCount() == 0) {
      return first;
    }
    int[] crossing = rows.crossing();
    int[] pairs = ClusterVariance.pairs(cluster, crossing);
    int count = Arrays.stream(pairs).max().orElse(0) + 1;
    return SandwichVariance.twoWay(
        first, byCluster(crossing, rows.crossingCount()), byCluster(pairs, count));
  }

  private SandwichVariance byRow() {
    int k = regressors.length;
    double[][] meat = new double[k][k];
    for (int i = 0; i < residual.length; i++) {
      double leverage = 0;
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          leverage += weights[i] * regressors[a][i] * bread.getEntry(a, b) * regressors[b][i];
        }
      }
      double score = weights[i] * residual[i] / (1 - leverage);
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          meat[a][b] += score * score * regressors[a][i] * regressors[b][i];
        }
      }
    }
    return sandwich(meat, 1, (double) residual.length - k);
  }

  private SandwichVariance byCluster(int[] cluster, int clusters) {
    int k = regressors.length;
    double[][] sums = new double[clusters][k];
    for (int i = 0; i < residual.length; i++) {
      for (int a = 0; a < k; a++) {
        sums[cluster[i]][a] += weights[i] * residual[i] * regressors[a][i];
      }
    }
    if (clusters < ClusterVariance.FEW) {
      BiasReduced few = BiasReduced.of(bread, products(cluster, clusters), sums);
      return new SandwichVariance(few.variance(), few.degreesOfFreedom());
    }
    double[][] meat = new double[k][k];
    for (double[] sum : sums) {
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          meat[a][b] += sum[a] * sum[b];
        }
      }
    }
    return sandwich(meat, clusters / (clusters - 1.0), clusters - 1.0);
  }

  private double[][][] products(int[] cluster, int clusters) {
    int k = regressors.length;
    double[][][] products = new double[clusters][k][k];
    for (int i = 0; i < residual.length; i++) {
      double[][] own = products[cluster[i]];
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          own[a][b] += weights[i] * regressors[a][i] * regressors[b][i];
        }
      }
    }
    return products;
  }

  private SandwichVariance sandwich(double[][] meat, double correction, double free) {
    double[] same = new double[regressors.length];
    Arrays.fill(same, free);
    RealMatrix variance = bread.multiply(new Array2DRowRealMatrix(meat)).multiply(bread);
    return new SandwichVariance(variance.scalarMultiply(correction), same);
  }
}
