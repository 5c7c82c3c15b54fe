// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.CausalForest;
import org.meent.models.forest.CausalModel;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.frame.NumericCsv;
import org.meent.models.learner.Design;

/**
 * How much the seed matters: the effect on the 185 treated of Dehejia and Wahba against a file of
 * other controls, for several seeds. The experiment says 1,794. {@code nsw_dw.csv controls.csv
 * seeds trees}; no trees = without a forest.
 */
public final class LalondeBench {
  private static final List<String> COVARIATES =
      List.of("age", "education", "black", "hispanic", "married", "nodegree", "re74", "re75");

  private LalondeBench() {}

  /** Prints one line per seed. */
  public static void main(String[] args) {
    Frame frame = frame(Path.of(args[0]), Path.of(args[1]));
    int seeds = Integer.parseInt(args[2]);
    int trees = Integer.parseInt(args[3]);
    for (int seed = 1; seed <= seeds; seed++) {
      double before = ForestBench.cpu();
      EffectEstimate found = trees == 0 ? plain(frame, seed) : forest(frame, seed, trees);
      System.out.printf(
          Locale.ROOT,
          "seed %d att %.0f (%.0f) cpu-s %.1f%n",
          seed,
          found.value(),
          found.se(),
          ForestBench.cpu() - before);
    }
  }

  private static EffectEstimate plain(Frame frame, long seed) {
    return DoublyRobust.withDefaults().withSeed(seed).fit(frame, 1).estimate(Estimand.ATT);
  }

  private static EffectEstimate forest(Frame frame, long seed, int trees) {
    return CausalModel.withDefaults()
        .withForest(CausalForest.withDefaults().withTrees(trees).withSeed(seed))
        .fit(frame, 1, new Design(new double[COVARIATES.size()][0], 0))
        .estimate(Estimand.ATT);
  }

  private static Frame frame(Path treatedFile, Path controlFile) {
    NumericCsv treated = NumericCsv.read(treatedFile, Set.of());
    NumericCsv controls = NumericCsv.read(controlFile, Set.of());
    double[] w = treated.numeric("treat");
    int[] kept = IntStream.range(0, w.length).filter(i -> w[i] == 1).toArray();
    int[] arms =
        IntStream.range(0, kept.length + controls.rows())
            .map(i -> i < kept.length ? 1 : 0)
            .toArray();
    FrameBuilder builder = Frame.builder();
    for (String name : COVARIATES) {
      builder.covariate(name, stacked(treated, kept, controls, name));
    }
    return builder
        .treatment(arms, List.of("control", "supported work"))
        .outcome("re78", stacked(treated, kept, controls, "re78"))
        .build();
  }

  private static double[] stacked(NumericCsv treated, int[] kept, NumericCsv rest, String name) {
    double[] first = treated.numeric(name);
    return java.util.stream.DoubleStream.concat(
            IntStream.of(kept).mapToDouble(i -> first[i]),
            java.util.Arrays.stream(rest.numeric(name)))
        .toArray();
  }
}
