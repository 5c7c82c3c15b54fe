// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.meent.protocols.literature.Reference;

/**
 * Adjusted p-values for several tests: to call significant what lies at or below 0.05 keeps the
 * expected share of false ones among those called at 5 %.
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /** Where tests are independent or positively dependent. */
  @Reference(
      authors = "Y. Benjamini, Y. Hochberg (1995)",
      title = "Controlling the false discovery rate",
      source = "Journal of the Royal Statistical Society B 57, 289-300",
      url = "https://doi.org/10.1111/j.2517-6161.1995.tb02031.x")
  public static double[] positive(double[] p) {
    return stepUp(p, p.length);
  }

  /** Whatever the dependence. */
  @Reference(
      authors = "Y. Benjamini, D. Yekutieli (2001)",
      title = "The control of the false discovery rate in multiple testing under dependency",
      source = "Annals of Statistics 29, 1165-1188",
      url = "https://doi.org/10.1214/aos/1013699998")
  public static double[] whatever(double[] p) {
    double harmonic = 0;
    for (int k = 1; k <= p.length; k++) {
      harmonic += 1.0 / k;
    }
    return stepUp(p, p.length * harmonic);
  }

  private static double[] stepUp(double[] p, double tests) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(k -> p[k]).thenComparingInt(k -> k))
            .mapToInt(k -> k)
            .toArray();
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank >= 1; rank--) {
      int k = order[rank - 1];
      least = Math.min(least, tests / rank * p[k]);
      adjusted[k] = least;
    }
    return adjusted;
  }
}
