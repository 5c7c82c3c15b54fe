// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.Estimand;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Stack;
import org.meent.protocols.run.RandomStream;

/** Verdicts of the overlap check with overlap as a dial: {@code n draws-per-setting}. */
public final class OverlapBench {
  private OverlapBench() {}

  /** The log odds of treatment are the dial times a standard normal covariate, less one. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    int draws = Integer.parseInt(args[1]);
    for (double dial : new double[] {0, 0.5, 1, 1.5, 2, 3, 4, 6}) {
      int[] carried = new int[Estimand.values().length];
      double outside = 0;
      for (int draw = 0; draw < draws; draw++) {
        outside += judge(n, dial, draw, carried) / draws;
      }
      System.out.printf(
          Locale.ROOT,
          "dial %.1f true share beyond 0.05 %.3f carried of %d: ate %d att %d atc %d overlap %d%n",
          dial,
          outside,
          draws,
          carried[0],
          carried[1],
          carried[2],
          carried[3]);
    }
  }

  private static double judge(int n, double dial, int draw, int[] carried) {
    double[][] x = new double[5][n];
    int[] w = new int[n];
    double outside = 0;
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(draw, "overlap-bench", i, Math.round(dial * 10));
      for (double[] column : x) {
        column[i] = random.nextGaussian();
      }
      double e = 1 / (1 + StrictMath.exp(1 - dial * x[0][i]));
      w[i] = random.nextDouble() < e ? 1 : 0;
      outside += e < 0.05 || e > 0.95 ? 1.0 / n : 0;
    }
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    double[] treated = Arrays.stream(w).asDoubleStream().toArray();
    int[] fold = Folds.of(IntStream.range(0, n).toArray(), n, w, 5, draw);
    try (Parallel parallel = new Parallel(1)) {
      CrossFit fit =
          CrossFit.of(
                  Stack.ofTreatment(),
                  new Design(x, n),
                  treated,
                  ones,
                  fold,
                  i -> true,
                  draw,
                  parallel)
              .calibrated(treated, ones);
      double[] e =
          Arrays.stream(fit.predictions()).map(v -> Math.max(0.005, Math.min(0.995, v))).toArray();
      List<OverlapVerdict> verdicts =
          OverlapCheck.of(OverlapLimits.withDefaults()).judge(e, w, ones);
      for (int k = 0; k < carried.length; k++) {
        carried[k] += verdicts.get(k).carried() ? 1 : 0;
      }
    }
    return outside;
  }
}
