// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * The standard error of a sum of influences whose rows belong together: influences are summed
 * within clusters, squared, and corrected by {@code C/(C-1)}. With one row per cluster this is the
 * usual heteroskedasticity-robust error. With few clusters each sum is instead divided by {@code
 * √(1 - h)}, where {@code h} is the cluster's share of the rows, and the degrees of freedom are
 * those of Bell and McCaffrey, which are fewer the more unequal the clusters are.
 *
 * @param standardError the error of the sum
 * @param clusters number of clusters that took part
 * @param degreesOfFreedom of the t distribution
 */
@Reference(
    authors = "K.-Y. Liang, S. L. Zeger (1986)",
    title = "Longitudinal data analysis using generalized linear models",
    source = "Biometrika 73, 13-22",
    url = "https://doi.org/10.1093/biomet/73.1.13")
public record ClusterVariance(double standardError, long clusters, double degreesOfFreedom) {
  /** With fewer clusters than this the correction for few clusters is used. */
  public static final int FEW = 40;

  /** Sums influences by the cluster or the two clusters of each row of a frame. */
  public static ClusterVariance of(double[] influence, Frame frame, boolean @Nullable [] in) {
    int[] cluster = frame.clusters();
    ClusterVariance first = of(influence, cluster, frame.clusterCount(), in);
    if (frame.crossingCount() == 0) {
      return first;
    }
    int[] crossing = frame.crossing();
    ClusterVariance second = of(influence, crossing, frame.crossingCount(), in);
    return twoWay(first, second, of(influence, pairs(cluster, crossing), cluster.length, in));
  }

  /** Sums influences by the clusters of a frame and by a second division of its rows, from 0. */
  public static ClusterVariance crossed(double[] influence, Frame frame, int[] crossing) {
    int count = java.util.Arrays.stream(crossing).max().orElse(-1) + 1;
    int[] cluster = frame.clusters();
    return twoWay(
        of(influence, cluster, frame.clusterCount(), null),
        of(influence, crossing, count, null),
        of(influence, pairs(cluster, crossing), cluster.length, null));
  }

  /** Sums influences by cluster, over the rows that are in (all of them if {@code in} is null). */
  public static ClusterVariance of(
      double[] influence, int[] cluster, int clusterCount, boolean @Nullable [] in) {
    double[] sums = new double[clusterCount];
    long[] size = new long[clusterCount];
    long rows = 0;
    for (int i = 0; i < influence.length; i++) {
      if (in == null || in[i]) {
        sums[cluster[i]] += influence[i];
        size[cluster[i]]++;
        rows++;
      }
    }
    double square = 0;
    long count = 0;
    for (int c = 0; c < clusterCount; c++) {
      square += sums[c] * sums[c];
      count += size[c] > 0 ? 1 : 0;
    }
    if (count > 1 && count < FEW) {
      return few(sums, size, rows, count);
    }
    double correction = count > 1 ? count / (count - 1.0) : Double.POSITIVE_INFINITY;
    return new ClusterVariance(StrictMath.sqrt(square * correction), count, count - 1.0);
  }

  /**
   * CR2 for a mean with a working model of independent rows: with {@code h} a cluster's share of
   * the rows its adjustment is {@code (1 - h)^(-1/2)}, and the products of the clusters' weight
   * vectors are {@code a_c a_d (δ h_c - h_c h_d)}.
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
  private static ClusterVariance few(double[] sums, long[] size, long rows, long count) {
    double square = 0;
    double trace = 0;
    double traceSquare = 0;
    for (int c = 0; c < sums.length; c++) {
      double h = (double) size[c] / rows;
      if (h > 0) {
        square += sums[c] * sums[c] / (1 - h);
        trace += h;
        traceSquare += h * h;
        for (int d = 0; d < c; d++) {
          double g = (double) size[d] / rows;
          traceSquare += 2 * h * h * g * g / ((1 - h) * (1 - g));
        }
      }
    }
    return new ClusterVariance(StrictMath.sqrt(square), count, trace * trace / traceSquare);
  }

  /** Errors that are alike along either of two divisions: the sum less the part counted twice. */
  @Reference(
      authors = "A. C. Cameron, J. B. Gelbach, D. L. Miller (2011)",
      title = "Robust inference with multiway clustering",
      source = "Journal of Business & Economic Statistics 29, 238-249",
      url = "https://doi.org/10.1198/jbes.2010.07136")
  private static ClusterVariance twoWay(
      ClusterVariance first, ClusterVariance second, ClusterVariance both) {
    double a = first.standardError * first.standardError;
    double b = second.standardError * second.standardError;
    double common = both.standardError * both.standardError;
    // The difference may fall below either part by chance; the larger part is then the bound.
    double variance = Math.max(a + b - common, Math.max(a, b));
    return new ClusterVariance(
        StrictMath.sqrt(variance),
        Math.min(first.clusters, second.clusters),
        Math.min(first.degreesOfFreedom, second.degreesOfFreedom));
  }

  /** Numbers the pairs of clusters that occur, in the order of the rows. */
  static int[] pairs(int[] first, int[] second) {
    Map<Long, Integer> numbers = new HashMap<>();
    int[] pair = new int[first.length];
    for (int i = 0; i < pair.length; i++) {
      long key = ((long) first[i] << 32) | second[i];
      pair[i] = numbers.computeIfAbsent(key, k -> numbers.size());
    }
    return pair;
  }
}
