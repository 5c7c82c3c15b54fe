// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.Arrays;
import java.util.Locale;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.CausalForest;
import org.meent.models.forest.CausalModel;
import org.meent.models.forest.PointwiseInterval;
import org.meent.models.learner.Design;

/**
 * How often the interval of the average effect holds the truth: {@code design n draws trees first}.
 */
public final class AverageBench {
  private AverageBench() {}

  /** Prints the cover for both kinds of interval, the mean error and the mean standard error. */
  public static void main(String[] args) {
    String design = args[0];
    int n = Integer.parseInt(args[1]);
    int draws = Integer.parseInt(args[2]);
    int trees = Integer.parseInt(args[3]);
    int first = Integer.parseInt(args[4]);
    double truth = Arrays.stream(Simulated.of(design, 400_000, 20, 7).effect()).average().orElse(0);
    int[] cover = new int[PointwiseInterval.values().length];
    double error = 0;
    double se = 0;
    for (int draw = 0; draw < draws; draw++) {
      EffectEstimate found =
          CausalModel.withDefaults()
              .withForest(CausalForest.withDefaults().withTrees(trees).withSeed(first + draw))
              .fit(
                  ForestBench.frame(Simulated.of(design, n, 20, first + draw)),
                  1,
                  new Design(new double[20][0], 0))
              .estimate(Estimand.ATE);
      error += found.value() - truth;
      se += found.se();
      for (PointwiseInterval kind : PointwiseInterval.values()) {
        EffectEstimate wide = kind.widened(found);
        cover[kind.ordinal()] += wide.lower() <= truth && truth <= wide.upper() ? 1 : 0;
      }
      if (draw % 10 == 9 || draw == draws - 1) {
        System.out.printf(
            Locale.ROOT,
            "%s n %d draws %d plain %d bias-aware %d mean error %.4f mean se %.4f cpu-s %.0f%n",
            design,
            n,
            draw + 1,
            cover[0],
            cover[1],
            error / (draw + 1),
            se / (draw + 1),
            ForestBench.cpu());
      }
    }
  }
}
