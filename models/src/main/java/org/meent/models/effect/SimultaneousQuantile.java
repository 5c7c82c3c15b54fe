// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Arrays;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * How many standard errors a family of intervals needs on both sides to hold all its true values
 * together with 95 %: the quantile of the largest of correlated normals that have the correlations
 * of the estimates. For one estimate it is 1.96.
 *
 * @param quantile in standard errors
 */
public record SimultaneousQuantile(double quantile) {
  private static final int DRAWS = 10_000;
  private static final double LEVEL = 0.95;

  /**
   * For estimates with known influence functions.
   *
   * @param influence {@code [estimate][row]}; rows of one cluster are summed
   * @param what names the family, so that its draws are its own
   */
  @Reference(
      authors = "T. Hothorn, F. Bretz, P. Westfall (2008)",
      title = "Simultaneous inference in general parametric models",
      source = "Biometrical Journal 50, 346-363",
      url = "https://doi.org/10.1002/bimj.200810425")
  public static SimultaneousQuantile of(double[][] influence, Frame pair, long seed, String what) {
    double[][] factor = factor(correlations(influence, pair));
    double[] largest = new double[DRAWS];
    double[] draw = new double[factor.length];
    for (int r = 0; r < DRAWS; r++) {
      RandomStream random = RandomStream.of(seed, "simultaneous " + what, r);
      for (int k = 0; k < draw.length; k++) {
        draw[k] = random.nextGaussian();
      }
      for (int m = 0; m < draw.length; m++) {
        double z = 0;
        for (int k = 0; k <= m; k++) {
          z += factor[m][k] * draw[k];
        }
        largest[r] = Math.max(largest[r], Math.abs(z));
      }
    }
    Arrays.sort(largest);
    return new SimultaneousQuantile(largest[(int) Math.ceil(LEVEL * DRAWS) - 1]);
  }

  private static double[][] correlations(double[][] influence, Frame pair) {
    int estimates = influence.length;
    int[] cluster = pair.clusters();
    double[][] sums = new double[estimates][pair.clusterCount()];
    for (int m = 0; m < estimates; m++) {
      for (int i = 0; i < cluster.length; i++) {
        sums[m][cluster[i]] += influence[m][i];
      }
    }
    double[][] products = new double[estimates][estimates];
    for (int m = 0; m < estimates; m++) {
      for (int k = 0; k <= m; k++) {
        for (int c = 0; c < sums[m].length; c++) {
          products[m][k] += sums[m][c] * sums[k][c];
        }
      }
    }
    double[][] correlation = new double[estimates][estimates];
    for (int m = 0; m < estimates; m++) {
      for (int k = 0; k <= m; k++) {
        double size = StrictMath.sqrt(products[m][m] * products[k][k]);
        correlation[m][k] = m == k ? 1 : size > 0 ? products[m][k] / size : 0;
      }
    }
    return correlation;
  }

  /** Cholesky's factor; an estimate that the earlier ones decide gets nothing of its own. */
  private static double[][] factor(double[][] correlation) {
    double[][] factor = new double[correlation.length][correlation.length];
    for (int m = 0; m < factor.length; m++) {
      for (int k = 0; k <= m; k++) {
        double rest = correlation[m][k];
        for (int l = 0; l < k; l++) {
          rest -= factor[m][l] * factor[k][l];
        }
        if (k == m) {
          factor[m][m] = StrictMath.sqrt(Math.max(0, rest));
        } else {
          factor[m][k] = factor[k][k] > 1e-6 ? rest / factor[k][k] : 0;
        }
      }
    }
    return factor;
  }
}
