// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.models.frame.Frame;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

/**
 * The design of Lee (2008) as simulated by Calonico, Cattaneo and Titiunik (2014), model 1: running
 * variable 2 beta(2, 4) - 1, a jump of 0.04, noise of 0.1295; their bandwidth at n = 500 is 0.166.
 */
final class RegressionDiscontinuityTest {
  private static final double JUMP = 0.04;

  private static double[] running(long seed, int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(seed, "running", i);
      // The second smallest of five uniforms is beta(2, 4).
      double[] five = new double[5];
      Arrays.setAll(five, k -> random.nextDouble());
      Arrays.sort(five);
      x[i] = 2 * five[1] - 1;
    }
    return x;
  }

  private static double mean(double x) {
    return x < 0
        ? 0.48 + x * (1.27 + x * (7.18 + x * (20.21 + x * (21.54 + x * 7.33))))
        : 0.48 + JUMP + x * (0.84 + x * (-3.00 + x * (7.99 + x * (-9.01 + x * 3.56))));
  }

  private static Frame frame(double[] x, long seed, double comply) {
    int n = x.length;
    double[] y = new double[n];
    int[] w = new int[n];
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(seed, "outcome", i);
      boolean follows = random.nextDouble() < comply;
      w[i] = x[i] >= 0 && follows ? 1 : 0;
      double level = mean(x[i]) - (x[i] >= 0 ? JUMP : 0);
      y[i] = level + JUMP * w[i] + 0.1295 * random.nextGaussian();
    }
    return Frame.builder().treatment(w, List.of("0", "1")).outcome("y", y).build();
  }

  @Test
  void theRobustIntervalHoldsTheJump() {
    int held = 0;
    int conventional = 0;
    double width = 0;
    int draws = 100;
    for (int draw = 0; draw < draws; draw++) {
      double[] x = running(draw, 500);
      RegressionDiscontinuity found = RegressionDiscontinuity.of(frame(x, draw, 1), x, 0, 0);
      held += holds(found.robust()) ? 1 : 0;
      conventional += holds(found.conventional()) ? 1 : 0;
      width += found.bandwidth() / draws;
      assertThat(found.jump()).isCloseTo(1, within(1e-9));
      assertThat(found.firstStage()).isGreaterThan(1e9);
    }
    assertThat(held).isBetween(88, 99);
    assertThat(conventional).isLessThanOrEqualTo(held + 3);
    assertThat(width).isBetween(0.1, 0.35);
  }

  private static boolean holds(RegressionDiscontinuity.Estimate found) {
    return found.interval().lower() <= JUMP && JUMP <= found.interval().upper();
  }

  /** A straight line with a jump and no noise: every local fit is exact. */
  @Test
  void aStraightLineIsMetExactly() {
    double[] x = IntStream.range(0, 400).mapToDouble(i -> (i - 199.5) / 200).toArray();
    double[] y = Arrays.stream(x).map(v -> 3 * v + (v >= 0 ? 2 : 0)).toArray();
    for (int i = 0; i < y.length; i++) {
      y[i] += 1e-3 * RandomStream.of(5, "line", i).nextGaussian();
    }
    int[] w = Arrays.stream(x).mapToInt(v -> v >= 0 ? 0 : 1).toArray();
    Frame frame = Frame.builder().treatment(w, List.of("0", "1")).outcome("y", y).build();
    RegressionDiscontinuity found = RegressionDiscontinuity.of(frame, x, 0, 0);
    assertThat(found.robust().value()).isCloseTo(-2, within(2e-3));
    assertThat(found.conventional().value()).isCloseTo(-2, within(2e-3));
    assertThat(RegressionDiscontinuity.of(frame, x, 0, 0.1).robust().value())
        .isCloseTo(-2, within(5e-3));
  }

  @Test
  void whereOnlySomeFollowTheCutoffTheRatioCounts() {
    double[] x = running(3, 4000);
    RegressionDiscontinuity found = RegressionDiscontinuity.of(frame(x, 3, 0.6), x, 0, 0);
    assertThat(found.jump()).isCloseTo(0.6, within(0.15));
    assertThat(holds(found.robust())).isTrue();
    assertThat(found.firstStage()).isBetween(10.0, 1e6);
  }

  @Test
  void theDensityTestKeepsItsLevelAndSeesAHeap() {
    int rejected = 0;
    for (int draw = 0; draw < 200; draw++) {
      rejected += DensityTest.of(running(draw, 500)).p() < 0.05 ? 1 : 0;
    }
    assertThat(rejected).isBetween(2, 20);
    double[] x = running(1, 2000);
    for (int i = 0; i < x.length; i++) {
      // Somebody helps two out of three of those who just miss it over the cutoff.
      x[i] = x[i] < 0 && x[i] > -0.2 && i % 3 > 0 ? -x[i] : x[i];
    }
    assertThat(DensityTest.of(x).p()).isLessThan(0.001);
  }

  @Test
  void aSideWithoutRowsIsRefused() {
    double[] x = running(1, 100);
    assertThatThrownBy(() -> RegressionDiscontinuity.of(frame(x, 1, 1), x, 5, 0))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.refusals().getFirst().code()).isEqualTo("models.quasi.side-too-few"));
  }
}
