// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.models.quasi.GroupTimeEffects.Effect;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

class GroupTimeEffectsTest {
  private static final int N = 600;
  private static final int PERIODS = 8;
  private final int[] start = new int[N];
  private final double[][] outcome = new double[N][PERIODS];

  /**
   * A third starts in period 3, a third in 5, a third never; the effect grows by one in each
   * period, which is what misleads a regression with fixed effects.
   */
  private void panel(double drift) {
    for (int i = 0; i < N; i++) {
      RandomStream random = RandomStream.of(31, "panel", i);
      start[i] = i % 3 == 0 ? 3 : i % 3 == 1 ? 5 : GroupTimeEffects.NEVER;
      double level = random.nextGaussian() + i % 3;
      for (int t = 0; t < PERIODS; t++) {
        double gain = t >= start[i] ? t - start[i] + 1 : 0;
        double apart = start[i] == 3 ? drift * t : 0;
        outcome[i][t] = level + 0.5 * t + gain + apart + 0.5 * random.nextGaussian();
      }
    }
  }

  private GroupTimeEffects found() {
    return GroupTimeEffects.of(outcome, start, IntStream.range(0, N).toArray(), N);
  }

  @Test
  void aGrowingEffectIsFoundInEachPeriod() {
    panel(0);
    for (Effect e : found().effects()) {
      double truth = e.exposure() >= 0 ? e.exposure() + 1 : 0;
      assertThat(e.value()).isCloseTo(truth, within(4 * e.se()));
      assertThat(e.se()).isBetween(0.03, 0.1);
    }
    Effect first =
        found().byExposure().stream().filter(e -> e.exposure() == 0).findFirst().orElseThrow();
    assertThat(first.value()).isCloseTo(1, within(4 * first.se()));
    assertThat(first.units()).isEqualTo(400);
  }

  @Test
  void aDriftBeforeTheStartShows() {
    panel(0.4);
    assertThat(found().effects())
        .filteredOn(e -> e.start() == 3 && e.exposure() < -1)
        .isNotEmpty()
        .allMatch(e -> e.interval().lower() > 0);
  }

  /** Two groups and two periods: four means, with the usual standard error of two differences. */
  @Test
  void twoByTwo() {
    panel(0);
    double[][] two =
        Arrays.stream(outcome).map(row -> new double[] {row[2], row[3]}).toArray(double[][]::new);
    int[] starts = Arrays.stream(start).map(s -> s == 3 ? 1 : GroupTimeEffects.NEVER).toArray();
    Effect e =
        GroupTimeEffects.of(two, starts, IntStream.range(0, N).toArray(), N).effects().getFirst();
    double[][] change = new double[2][];
    for (int side = 0; side < 2; side++) {
      int wanted = side;
      change[side] =
          IntStream.range(0, N)
              .filter(i -> (starts[i] == 1) == (wanted == 1))
              .mapToDouble(i -> two[i][1] - two[i][0])
              .toArray();
    }
    double mean1 = Arrays.stream(change[1]).average().orElseThrow();
    double mean0 = Arrays.stream(change[0]).average().orElseThrow();
    double variance = spread(change[1], mean1) + spread(change[0], mean0);
    assertThat(e.value()).isCloseTo(mean1 - mean0, within(1e-12));
    assertThat(e.se()).isCloseTo(Math.sqrt(variance * N / (N - 1.0)), within(1e-12));
  }

  private static double spread(double[] values, double mean) {
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum()
        / ((double) values.length * values.length);
  }

  /** Who started earlier is no comparison: with nobody left, there is no effect. */
  @Test
  void withoutAnybodyLeftToCompareThereIsNoEffect() {
    panel(0);
    Arrays.fill(start, 3);
    assertThatThrownBy(this::found).isInstanceOf(RefusalException.class);
  }
}
