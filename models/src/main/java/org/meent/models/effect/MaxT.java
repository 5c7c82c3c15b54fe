// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * The level at which intervals of several estimates hold all at once: the 0.95 quantile of the
 * largest absolute t among them, were all true values zero. The multiplier bootstrap with normal
 * multipliers draws from the normal distribution whose correlations are those of the influences, so
 * it is drawn from directly, and the cost does not grow with the number of rows.
 */
final class MaxT {
  private static final int DRAWS = 20_000;
  private static final double COVER = 0.95;

  private MaxT() {}

  /**
   * The tail probability on one side that each interval of the family leaves.
   *
   * @param influences of each estimate by unit, such as a person or a cluster
   */
  @Reference(
      authors = "V. Chernozhukov, D. Chetverikov, K. Kato (2013)",
      title = "Gaussian approximations and multiplier bootstrap for maxima of sums",
      source = "Annals of Statistics 41, 2786-2819",
      url = "https://doi.org/10.1214/13-AOS1161")
  static double tail(List<double[]> influences, long seed) {
    if (influences.size() == 1) {
      return (1 - COVER) / 2;
    }
    double[][] root = root(correlations(influences));
    double[] largest = new double[DRAWS];
    double[] normal = new double[root.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      RandomStream random = RandomStream.of(seed, "max-t", draw);
      for (int k = 0; k < normal.length; k++) {
        normal[k] = random.nextGaussian();
        double value = 0;
        for (int l = 0; l <= k; l++) {
          value += root[k][l] * normal[l];
        }
        largest[draw] = Math.max(largest[draw], Math.abs(value));
      }
    }
    Arrays.sort(largest);
    double critical = largest[(int) Math.ceil(COVER * DRAWS) - 1];
    return new NormalDistribution(null, 0, 1).cumulativeProbability(-critical);
  }

  private static double[][] correlations(List<double[]> influences) {
    int k = influences.size();
    double[][] products = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        double[] left = influences.get(a);
        double[] right = influences.get(b);
        for (int i = 0; i < left.length; i++) {
          products[a][b] += left[i] * right[i];
        }
      }
    }
    double[][] correlations = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        double scale = StrictMath.sqrt(products[a][a] * products[b][b]);
        correlations[a][b] = a == b ? 1 : scale > 0 ? products[a][b] / scale : 0;
      }
    }
    return correlations;
  }

  /** The lower triangular root; a direction that follows from those before it adds nothing. */
  private static double[][] root(double[][] correlations) {
    int k = correlations.length;
    double[][] root = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        double rest = correlations[a][b];
        for (int l = 0; l < b; l++) {
          rest -= root[a][l] * root[b][l];
        }
        if (a == b) {
          root[a][a] = StrictMath.sqrt(Math.max(0, rest));
        } else {
          root[a][b] = root[b][b] > 1e-9 ? rest / root[b][b] : 0;
        }
      }
    }
    return root;
  }
}
