// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.heterogeneity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * What it would be worth to know effects beforehand: the targeting operator characteristic, {@code
 * TOC(q)} = mean effect among the share {@code q} with the largest predicted effects, less the mean
 * effect of all. Its area (AUTOC) and its area weighted by {@code q} (Qini) are zero if predictions
 * hold nothing. For whole groups only: it ranks no person.
 *
 * @param autoc area under the curve
 * @param autocSe standard error by half samples of clusters
 * @param qini area weighted by the share
 * @param qiniSe its standard error
 * @param curve {@code TOC} at the shares 0.1, 0.2 … 1
 */
public record TargetingCurve(
    double autoc, double autocSe, double qini, double qiniSe, List<Point> curve) {
  private static final int HALVES = 200;
  private static final int POINTS = 10;

  /** Copies the curve. */
  public TargetingCurve {
    curve = List.copyOf(curve);
  }

  /**
   * A point of the curve.
   *
   * @param share share of people
   * @param value gain over the mean effect of all
   * @param se its standard error
   */
  public record Point(double share, double value, double se) {}

  /**
   * Computes the curve.
   *
   * @param scores doubly robust scores
   * @param priority predicted effects by rows other than the row itself; ties share their mean
   */
  @Reference(
      authors = "S. Yadlowsky, S. Fleming, N. Shah, E. Brunskill, S. Wager (2025)",
      title =
          "Evaluating treatment prioritization rules via rank-weighted average treatment effects",
      source = "Journal of the American Statistical Association 120, 38-51",
      url = "https://doi.org/10.1080/01621459.2024.2393466")
  public static TargetingCurve of(Frame pair, double[] scores, double[] priority, long seed) {
    int n = scores.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -priority[i]).thenComparingInt(i -> i))
            .mapToInt(i -> i)
            .toArray();
    double[] mass = pair.weights();
    double[] all = measures(order, scores, priority, mass);
    int clusters = pair.clusterCount();
    int[] cluster = pair.clusters();
    double[][] halves = new double[HALVES][];
    for (int half = 0; half < HALVES; half++) {
      int[] space = IntStream.range(0, clusters).toArray();
      RandomStream.of(seed, "targeting", half).shuffle(space, clusters);
      boolean[] in = new boolean[clusters];
      for (int k = 0; k < clusters / 2; k++) {
        in[space[k]] = true;
      }
      double[] part = new double[n];
      for (int i = 0; i < n; i++) {
        part[i] = in[cluster[i]] ? mass[i] : 0;
      }
      halves[half] = measures(order, scores, priority, part);
    }
    double[] se = spread(halves);
    List<Point> curve =
        IntStream.range(0, POINTS)
            .mapToObj(k -> new Point((k + 1.0) / POINTS, all[2 + k], se[2 + k]))
            .toList();
    return new TargetingCurve(all[0], se[0], all[1], se[1], curve);
  }

  /** AUTOC, Qini and the points, by one pass over the rows in order of priority. */
  private static double[] measures(int[] order, double[] scores, double[] priority, double[] mass) {
    double total = 0;
    double mean = 0;
    for (int i : order) {
      total += mass[i];
      mean += mass[i] * scores[i];
    }
    mean /= total;
    double[] found = new double[2 + POINTS];
    double sum = 0;
    double heft = 0;
    int point = 0;
    for (int k = 0; k < order.length; ) {
      int end = k;
      double tied = 0;
      double tiedMass = 0;
      while (end < order.length && priority[order[end]] == priority[order[k]]) {
        tied += mass[order[end]] * scores[order[end]];
        tiedMass += mass[order[end]];
        end++;
      }
      double level = tiedMass > 0 ? tied / tiedMass : 0;
      for (; k < end; k++) {
        double m = mass[order[k]];
        if (m > 0) {
          sum += m * level;
          heft += m;
          double toc = sum / heft - mean;
          double share = heft / total;
          found[0] += m / total * toc;
          found[1] += m / total * share * toc;
          while (point < POINTS && share >= (point + 1.0) / POINTS - 1e-9) {
            found[2 + point++] = toc;
          }
        }
      }
    }
    return found;
  }

  private static double[] spread(double[][] draws) {
    int width = draws[0].length;
    double[] spread = new double[width];
    for (int k = 0; k < width; k++) {
      int at = k;
      double mean = Arrays.stream(draws).mapToDouble(d -> d[at]).sum() / draws.length;
      double square = Arrays.stream(draws).mapToDouble(d -> (d[at] - mean) * (d[at] - mean)).sum();
      spread[k] = StrictMath.sqrt(square / (draws.length - 1));
    }
    return spread;
  }
}
