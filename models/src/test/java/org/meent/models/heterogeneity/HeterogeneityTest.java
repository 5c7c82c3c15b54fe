// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.heterogeneity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.models.frame.Frame;
import org.meent.protocols.run.RandomStream;

class HeterogeneityTest {
  private static final int N = 800;
  private final double[] x = new double[N];
  private final double[] scores = new double[N];

  private Frame frame(double slope) {
    int[] w = new int[N];
    for (int i = 0; i < N; i++) {
      RandomStream random = RandomStream.of(9, "heterogeneity", i);
      x[i] = random.nextGaussian();
      scores[i] = 1 + slope * x[i] + random.nextGaussian();
      w[i] = i % 2;
    }
    return Frame.builder()
        .covariate("x", x)
        .covariate("twice", Arrays.stream(x).map(v -> 2 * v).toArray())
        .treatment(w, List.of("a", "b"))
        .outcome("y", scores)
        .build();
  }

  /** Scores that rise by one per unit: the slope is found, a copy of the covariate is left out. */
  @Test
  void projectionFindsTheSlope() {
    BestLinearProjection found = BestLinearProjection.of(frame(1), scores);
    assertThat(found.names()).containsExactly("(intercept)", "x");
    assertThat(found.coefficients()[1]).isCloseTo(1, within(4 * found.standardErrors()[1]));
    assertThat(found.standardErrors()[1]).isCloseTo(1 / Math.sqrt(N), within(0.01));
    assertThat(found.p()).isLessThan(1e-6);
    assertThat(BestLinearProjection.of(frame(0), scores).p()).isGreaterThan(0.001);
  }

  /**
   * For standard normal effects and their own order as priority, AUTOC is {@code ∫ φ²/(1-Φ)} =
   * 0.903 by quadrature, and the mean of the better half is √(2/π).
   */
  @Test
  void curveOfNormalEffects() {
    Frame frame = frame(0);
    TargetingCurve found = TargetingCurve.of(frame, x, x, 1);
    assertThat(found.autoc()).isCloseTo(0.903, within(0.06));
    assertThat(found.curve().get(4).value()).isCloseTo(Math.sqrt(2 / Math.PI), within(0.06));
    assertThat(found.curve().getLast().value()).isCloseTo(0, within(1e-12));
    assertThat(found.autocSe()).isBetween(0.01, 0.1);
  }

  /** Against the definition, one row at a time. */
  @Test
  void areaIsTheMeanOfTheCurve() {
    Frame frame = frame(1);
    TargetingCurve found = TargetingCurve.of(frame, scores, x, 1);
    int[] order =
        IntStream.range(0, N)
            .boxed()
            .sorted((a, b) -> Double.compare(x[b], x[a]))
            .mapToInt(i -> i)
            .toArray();
    double mean = Arrays.stream(scores).average().orElseThrow();
    double autoc = 0;
    for (int k = 1; k <= N; k++) {
      double top = IntStream.range(0, k).mapToDouble(r -> scores[order[r]]).sum() / k;
      autoc += (top - mean) / N;
    }
    assertThat(found.autoc()).isCloseTo(autoc, within(1e-9));
  }

  /** A priority that is the same for everybody is worth nothing. */
  @Test
  void tiesShareTheirMean() {
    TargetingCurve found = TargetingCurve.of(frame(1), scores, new double[N], 1);
    assertThat(found.autoc()).isCloseTo(0, within(1e-12));
    assertThat(found.qini()).isCloseTo(0, within(1e-12));
  }

  @Test
  void oneEffectForEverybodyIsTheBaseline() {
    Frame frame = frame(0);
    double[] treatment = new double[N];
    double[] outcome = new double[N];
    double[] own = new double[N];
    double[] wrong = new double[N];
    for (int i = 0; i < N; i++) {
      treatment[i] = i % 2 - 0.5;
      own[i] = 1 + x[i];
      wrong[i] = 1 - x[i];
      outcome[i] = treatment[i] * own[i] + 0.5 * RandomStream.of(2, "baseline", i).nextGaussian();
    }
    assertThat(BaselineComparison.of(frame, own, outcome, treatment).p()).isLessThan(1e-6);
    assertThat(BaselineComparison.of(frame, wrong, outcome, treatment).p()).isGreaterThan(0.99);
  }
}
