// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.heterogeneity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meent.models.frame.Frame;
import org.meent.models.learner.ElasticNet;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.WeightedMean;
import org.meent.protocols.run.RandomStream;

class EffectLearnerTest {
  private static final int N = 3000;

  /** With true nuisances and an effect of 1 + x a linear learner finds the line; x is uniform. */
  @ParameterizedTest
  @EnumSource
  void findsALine(EffectLearner learner) {
    double[] x = new double[N];
    int[] w = new int[N];
    double[] y = new double[N];
    double[] residual = new double[N];
    double[] treatment = new double[N];
    double[] scores = new double[N];
    for (int i = 0; i < N; i++) {
      RandomStream random = RandomStream.of(31, "effects", i);
      x[i] = random.nextDouble();
      double e = 0.3 + 0.4 * x[i];
      w[i] = random.nextDouble() < e ? 1 : 0;
      double effect = 1 + x[i];
      y[i] = 2 * x[i] + effect * w[i] + random.nextGaussian();
      treatment[i] = w[i] - e;
      residual[i] = y[i] - 2 * x[i] - e * effect;
      double own = 2 * x[i] + w[i] * effect;
      scores[i] = effect + treatment[i] / (e * (1 - e)) * (y[i] - own);
    }
    Frame frame =
        Frame.builder().covariate("x", x).treatment(w, List.of("a", "b")).outcome("y", y).build();
    int[] fold = IntStream.range(0, N).map(i -> i % 5).toArray();
    double[] found;
    try (Parallel parallel = new Parallel(1)) {
      found =
          learner.effects(
              frame,
              new EffectLearner.Residuals(residual, treatment, scores),
              List.of(new WeightedMean(), ElasticNet.withDefaults()),
              fold,
              7,
              parallel);
    }
    double error =
        IntStream.range(0, N)
            .mapToDouble(i -> (found[i] - 1 - x[i]) * (found[i] - 1 - x[i]))
            .average()
            .orElseThrow();
    // One effect for everybody would be off by the spread of a uniform, 0.289.
    assertThat(StrictMath.sqrt(error)).isLessThan(0.15);
  }
}
