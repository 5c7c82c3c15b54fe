// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.CausalFit;
import org.meent.models.forest.CausalForest;
import org.meent.models.forest.CausalModel;
import org.meent.models.forest.PointwiseInterval;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.learner.Design;

/**
 * Accuracy, coverage and cost of the causal forest: {@code design n trees [p seed threads splits]}.
 */
public final class ForestBench {
  private ForestBench() {}

  /** Prints one line per measure. */
  public static void main(String[] args) {
    String design = args[0];
    int n = Integer.parseInt(args[1]);
    int trees = Integer.parseInt(args[2]);
    int p = args.length > 3 ? Integer.parseInt(args[3]) : 20;
    long seed = args.length > 4 ? Long.parseLong(args[4]) : 1;
    int threads = args.length > 5 ? Integer.parseInt(args[5]) : 1;
    int splits = args.length > 6 ? Integer.parseInt(args[6]) : 0;
    Simulated train = Simulated.of(design, n, p, seed);
    Simulated test = Simulated.of(design, 2000, p, seed + 1_000_003);
    double before = cpu();
    CausalFit fit =
        CausalModel.withDefaults()
            .withForest(CausalForest.withDefaults().withTrees(trees))
            .withThreads(threads)
            .withSplits(splits)
            .fit(frame(train), 1, new Design(test.columns(), 2000));
    print("cpu-s fit %.1f, process %.1f", cpu() - before, cpu());
    print(
        "rmse m %.4f e %.4f",
        rmse(fit.outcomeFit().predictions(), train.mean()),
        rmse(fit.propensity(), train.propensity()));
    print("stack m %s %s", fit.outcomeFit().learners(), Arrays.toString(fit.outcomeFit().shares()));
    print(
        "stack e %s %s",
        fit.propensityFit().learners(), Arrays.toString(fit.propensityFit().shares()));
    report("out-of-bag", fit.effects().effect(), fit.effects().se(), train.effect());
    report("test", fit.effects().freshEffect(), fit.effects().freshSe(), test.effect());
    for (Estimand estimand : Estimand.values()) {
      EffectEstimate found = fit.estimate(estimand);
      print("%s %.4f (%.4f)", estimand.label(), found.value(), found.se());
    }
    print("true ate %.4f", Arrays.stream(train.effect()).average().orElse(0));
    print("hash %d", Arrays.hashCode(fit.effects().effect()));
    Runtime runtime = Runtime.getRuntime();
    print("heap MiB %d", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  static Frame frame(Simulated data) {
    FrameBuilder builder = Frame.builder();
    for (int j = 0; j < data.columns().length; j++) {
      builder.covariate("x" + (j + 1), data.columns()[j]);
    }
    return builder
        .treatment(data.treatment(), List.of("0", "1"))
        .outcome("y", data.outcome())
        .build();
  }

  private static void report(String where, double[] effect, double[] se, double[] truth) {
    for (PointwiseInterval kind : PointwiseInterval.values()) {
      double wide = kind.standardErrors();
      long inside =
          IntStream.range(0, effect.length)
              .filter(i -> Math.abs(effect[i] - truth[i]) <= wide * se[i])
              .count();
      print(
          "%s rmse %.4f %s cover %.4f mean length %.4f",
          where,
          rmse(effect, truth),
          kind.label(),
          (double) inside / effect.length,
          2 * wide * Arrays.stream(se).average().orElse(0));
    }
  }

  private static double rmse(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return StrictMath.sqrt(sum / a.length);
  }

  static double cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
