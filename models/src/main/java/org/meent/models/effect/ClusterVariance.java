// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import org.jspecify.annotations.Nullable;
import org.meent.protocols.literature.Reference;

/**
 * The standard error of a sum of influences whose rows belong together: influences are summed
 * within clusters, squared, and corrected by {@code C/(C-1)}. With one row per cluster this is the
 * usual heteroskedasticity-robust error.
 *
 * @param standardError the error of the sum
 * @param clusters number of clusters that took part
 */
@Reference(
    authors = "K.-Y. Liang, S. L. Zeger (1986)",
    title = "Longitudinal data analysis using generalized linear models",
    source = "Biometrika 73, 13-22",
    url = "https://doi.org/10.1093/biomet/73.1.13")
public record ClusterVariance(double standardError, long clusters) {

  /** Sums influences by cluster, over the rows that are in (all of them if {@code in} is null). */
  public static ClusterVariance of(
      double[] influence, int[] cluster, int clusterCount, boolean @Nullable [] in) {
    double[] sums = new double[clusterCount];
    boolean[] seen = new boolean[clusterCount];
    for (int i = 0; i < influence.length; i++) {
      if (in == null || in[i]) {
        sums[cluster[i]] += influence[i];
        seen[cluster[i]] = true;
      }
    }
    double square = 0;
    long count = 0;
    for (int c = 0; c < clusterCount; c++) {
      square += sums[c] * sums[c];
      count += seen[c] ? 1 : 0;
    }
    double correction = count > 1 ? count / (count - 1.0) : Double.POSITIVE_INFINITY;
    return new ClusterVariance(StrictMath.sqrt(square * correction), count);
  }
}
