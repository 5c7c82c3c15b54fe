// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.models.effect.Interval;
import org.meent.models.frame.Frame;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

class InstrumentedEffectTest {
  private static final int N = 3000;
  private final double[] z = new double[N];
  private final double[] y = new double[N];
  private final double[] w = new double[N];

  /** A lottery moves a share into treatment; who goes anyway earns more; the true effect is 2. */
  private Frame lottery(double pull, long seed) {
    int[] arm = new int[N];
    double[] x = new double[N];
    for (int i = 0; i < N; i++) {
      RandomStream random = RandomStream.of(seed, "lottery", i);
      double hidden = random.nextGaussian();
      x[i] = random.nextGaussian();
      z[i] = random.nextInt(2);
      arm[i] = hidden + pull * (z[i] - 0.5) + random.nextGaussian() > 0 ? 1 : 0;
      w[i] = arm[i];
      y[i] = 2 * arm[i] + 3 * hidden + x[i] + random.nextGaussian();
    }
    return Frame.builder()
        .covariate("x", x)
        .treatment(arm, List.of("a", "b"))
        .outcome("y", y)
        .build();
  }

  @Test
  void aStrongInstrumentFindsTheEffect() {
    InstrumentedEffect found = InstrumentedEffect.of(lottery(3, 1), z);
    assertThat(found.late()).isCloseTo(2, within(4 * found.se()));
    assertThat(found.se()).isLessThan(0.3);
    assertThat(found.firstStage()).isGreaterThan(100);
    assertThat(found.robust().shape()).isEqualTo(AndersonRubin.Shape.INTERVAL);
    assertThat(found.robust().lower()).isCloseTo(found.late() - 1.96 * found.se(), within(0.1));
    assertThat(found.robust().upper()).isCloseTo(found.late() + 1.96 * found.se(), within(0.1));
  }

  /** Without covariates that matter it is Wald's ratio of two differences in means. */
  @Test
  void withoutCovariatesItIsWaldsRatio() {
    Frame with = lottery(2, 2);
    Frame frame =
        Frame.builder().treatment(with.treatment(), List.of("a", "b")).outcome("y", y).build();
    double wald = (mean(y, 1) - mean(y, 0)) / (mean(w, 1) - mean(w, 0));
    assertThat(InstrumentedEffect.of(frame, z).late()).isCloseTo(wald, within(1e-8));
  }

  private double mean(double[] values, int side) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < N; i++) {
      if (z[i] == side) {
        sum += values[i];
        count++;
      }
    }
    return sum / count;
  }

  /**
   * The set of effects against a test of each effect on a grid, for strong and weak instruments.
   */
  @Test
  void theSetIsWhatTheTestDoesNotReject() {
    for (double pull : new double[] {2, 0.3, 0.08, 0.0}) {
      Frame with = lottery(pull, 3);
      Frame frame =
          Frame.builder().treatment(with.treatment(), List.of("a", "b")).outcome("y", y).build();
      AndersonRubin found = InstrumentedEffect.of(frame, z).robust();
      double centre = Arrays.stream(z).average().orElseThrow();
      double meanY = Arrays.stream(y).average().orElseThrow();
      double meanW = Arrays.stream(w).average().orElseThrow();
      double critical = Interval.quantile(N - 1);
      for (double beta = -40; beta <= 40; beta += 0.37) {
        double moment = 0;
        double square = 0;
        for (int i = 0; i < N; i++) {
          double part = (z[i] - centre) * (y[i] - meanY - beta * (w[i] - meanW));
          moment += part;
          square += part * part;
        }
        double t = moment / Math.sqrt(square * N / (N - 1.0));
        assertThat(found.holds(beta)).isEqualTo(Math.abs(t) <= critical);
      }
    }
  }

  @Test
  void anInstrumentThatNeverVariesIsRefused() {
    Frame frame = lottery(1, 4);
    assertThatThrownBy(() -> InstrumentedEffect.of(frame, new double[N]))
        .isInstanceOf(RefusalException.class);
  }
}
