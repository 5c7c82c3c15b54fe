// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.meent.protocols.literature.Reference;

/**
 * Calibration of probabilities that were predicted out of fold: the rising step function of the
 * prediction that is nearest to what happened, by pooling adjacent violators. Ties in the
 * prediction are one step. Within a step the calibrated probability is the share that was treated,
 * so that no row gets a weight that its neighbours do not justify.
 */
public final class Isotonic {
  private Isotonic() {}

  /** The calibrated probability of each row. */
  @Reference(
      authors = "L. van der Laan, Z. Lin, M. Carone, A. Luedtke (2025)",
      title = "Stabilized inverse probability weighting via isotonic calibration",
      source = "Proceedings of Machine Learning Research 275")
  @Reference(
      authors = "R. E. Barlow, D. J. Bartholomew, J. M. Bremner, H. D. Brunk (1972)",
      title = "Statistical inference under order restrictions",
      source = "Wiley")
  public static double[] calibrate(double[] prediction, double[] happened, double[] weights) {
    int n = prediction.length;
    Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> prediction[i]));
    double[] mean = new double[n];
    double[] mass = new double[n];
    int[] end = new int[n];
    int blocks = 0;
    for (int k = 0; k < n; ) {
      int next = k;
      double sum = 0;
      double total = 0;
      while (next < n && prediction[order[next]] == prediction[order[k]]) {
        sum += weights[order[next]] * happened[order[next]];
        total += weights[order[next]];
        next++;
      }
      mass[blocks] = total;
      mean[blocks] = total > 0 ? sum / total : prediction[order[k]];
      end[blocks++] = next;
      while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
        double both = mass[blocks - 2] + mass[blocks - 1];
        mean[blocks - 2] =
            both > 0
                ? (mass[blocks - 2] * mean[blocks - 2] + mass[blocks - 1] * mean[blocks - 1]) / both
                : mean[blocks - 2];
        mass[blocks - 2] = both;
        end[blocks - 2] = end[blocks - 1];
        blocks--;
      }
      k = next;
    }
    double[] calibrated = new double[n];
    int at = 0;
    for (int b = 0; b < blocks; b++) {
      for (; at < end[b]; at++) {
        calibrated[order[at]] = mean[b];
      }
    }
    return calibrated;
  }
}
