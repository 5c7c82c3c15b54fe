// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.meent.models.check.OverlapLimits;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Stack;
import org.meent.models.mechanism.MediatedEffect;
import org.meent.models.mechanism.Mediation;
import org.meent.protocols.run.RandomStream;

/**
 * How often the 95 % intervals of the parts of an effect hold the truth: {@code DRAWS ROWS} draws
 * of two covariates, confounded support that adds one to a mechanism, and an outcome that is curved
 * in a covariate. The mechanism adds two to it, or nothing (a placebo); the rest of the effect is
 * 0.5.
 */
public final class MediationBench {
  private static final double REST = 0.5;

  private final int rows;
  private final double slope;

  private MediationBench(int rows, double slope) {
    this.rows = rows;
    this.slope = slope;
  }

  /** Prints a line for the mechanism that works and one for the placebo. */
  public static void main(String[] args) {
    for (double slope : new double[] {2, 0}) {
      new MediationBench(Integer.parseInt(args[1]), slope).run(Integer.parseInt(args[0]));
    }
  }

  private void run(int draws) {
    List<EffectEstimate> through = new ArrayList<>();
    List<EffectEstimate> direct = new ArrayList<>();
    int refused = 0;
    for (int draw = 0; draw < draws; draw++) {
      MediatedEffect effect = draw(draw);
      refused += effect.obstacle().isPresent() ? 1 : 0;
      through.add(effect.through());
      direct.add(effect.direct());
    }
    System.out.printf(Locale.ROOT, "%d rows, %d draws, refused %d%n", rows, draws, refused);
    print("through", through, slope);
    print("rest", direct, REST);
  }

  private static void print(String part, List<EffectEstimate> found, double truth) {
    double mean = found.stream().mapToDouble(EffectEstimate::value).average().orElse(0);
    double spread =
        StrictMath.sqrt(
            found.stream().mapToDouble(e -> (e.value() - mean) * (e.value() - mean)).sum()
                / (found.size() - 1));
    System.out.printf(
        Locale.ROOT,
        "%s: true %.1f, mean %.3f, spread %.3f, mean error %.3f, held %.3f%n",
        part,
        truth,
        mean,
        spread,
        found.stream().mapToDouble(EffectEstimate::se).average().orElse(0),
        found.stream().filter(e -> e.lower() <= truth && truth <= e.upper()).count()
            / (double) found.size());
  }

  private MediatedEffect draw(int draw) {
    double[] x = new double[rows];
    double[] z = new double[rows];
    double[] m = new double[rows];
    double[] y = new double[rows];
    int[] w = new int[rows];
    for (int i = 0; i < rows; i++) {
      RandomStream random = RandomStream.of(draw, "mediation-bench", i);
      x[i] = random.nextGaussian();
      z[i] = random.nextGaussian();
      w[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-0.5 * x[i])) ? 1 : 0;
      m[i] = w[i] + 0.5 * x[i] + random.nextGaussian();
      y[i] = REST * w[i] + slope * m[i] + x[i] + z[i] * z[i] + random.nextGaussian();
    }
    Frame frame =
        Frame.builder()
            .covariate("x", x)
            .covariate("z", z)
            .treatment(w, List.of("0", "1"))
            .outcome("y", y)
            .build();
    try (Parallel parallel = new Parallel(2)) {
      Scores scores = scores(frame, w, parallel);
      return Mediation.withDefaults()
          .of(List.of(scores), m, OverlapLimits.withDefaults(), parallel);
    }
  }

  private static Scores scores(Frame frame, int[] w, Parallel parallel) {
    Design design = new Design(frame.columns(), frame.rows());
    double[] weights = frame.weights();
    double[] treated = Arrays.stream(w).asDoubleStream().toArray();
    double[] y = frame.outcome();
    int[] fold = Folds.of(frame.clusters(), frame.clusterCount(), w, 5, 1);
    CrossFit propensity =
        CrossFit.of(Stack.ofTreatment(), design, treated, weights, fold, i -> true, 1, parallel)
            .calibrated(treated, weights)
            .within(0.005);
    CrossFit without =
        CrossFit.of(Stack.ofOutcome(), design, y, weights, fold, i -> w[i] == 0, 2, parallel);
    CrossFit with =
        CrossFit.of(Stack.ofOutcome(), design, y, weights, fold, i -> w[i] == 1, 3, parallel);
    return new Scores(
        "aipw", frame, propensity.predictions(), without.predictions(), with.predictions());
  }
}
