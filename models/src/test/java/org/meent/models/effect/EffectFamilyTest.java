// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

final class EffectFamilyTest {

  private static EffectEstimate estimate(double value, double free) {
    Interval interval = Interval.of(value, 1, free);
    return new EffectEstimate(
        "m", Estimand.ATE, "b", "a", "g", value, 1, interval.lower(), interval.upper(), free, 9, 9);
  }

  private static List<EffectFamily.Member> members(int count, double shared, boolean declared) {
    List<EffectFamily.Member> members = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double[] influence = new double[4000];
      for (int i = 0; i < influence.length; i++) {
        double common = RandomStream.of(1, "common", i).nextGaussian();
        double own = RandomStream.of(1, "own", i, k).nextGaussian();
        influence[i] = Math.sqrt(shared) * common + Math.sqrt(1 - shared) * own;
      }
      members.add(new EffectFamily.Member(estimate(2.5 - k, 1e6), influence, declared));
    }
    return members;
  }

  private static double half(EffectFamily family) {
    EffectFamily.Adjusted first = family.members().getFirst();
    return first.simultaneous().upper() - first.estimate().value();
  }

  // Independent estimates: Šidák's quantile, Φ^-1((1 + 0.95^(1/k))/2): k = 5 gives 2.5690.
  @Test
  void independentEstimatesNeedSidaksQuantile() {
    assertThat(half(EffectFamily.of(members(5, 0, true), 7))).isCloseTo(2.569, within(0.05));
  }

  @Test
  void theSameEstimateTwiceNeedsNothingMore() {
    assertThat(half(EffectFamily.of(members(5, 1, true), 7))).isCloseTo(1.96, within(0.03));
    assertThat(half(EffectFamily.of(members(1, 0, true), 7))).isCloseTo(1.96, within(1e-4));
  }

  // Benjamini and Hochberg (1995), section 3.2: of fifteen p-values at level 0.05 four count.
  @Test
  void falseDiscoveriesAsInTheLiterature() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.000
    };
    assertThat(Arrays.stream(FalseDiscovery.positive(p)).filter(v -> v <= 0.05).count())
        .isEqualTo(4);
    assertThat(FalseDiscovery.positive(p)[3]).isCloseTo(15 / 4.0 * 0.0095, within(1e-12));
    double harmonic = 0;
    for (int k = 1; k <= 15; k++) {
      harmonic += 1.0 / k;
    }
    assertThat(FalseDiscovery.whatever(p)[3])
        .isCloseTo(harmonic * 15 / 4.0 * 0.0095, within(1e-12));
  }

  @Test
  void whatWasNotDeclaredIsJudgedAmongEverything() {
    List<EffectFamily.Member> mixed = new ArrayList<>(members(4, 0, false));
    mixed.set(0, members(1, 0, true).getFirst());
    EffectFamily family = EffectFamily.of(mixed, 7);
    assertThat(half(family)).isCloseTo(1.96, within(1e-4));
    EffectFamily.Adjusted second = family.members().get(1);
    assertThat(second.stamp()).isEqualTo("exploratory");
    assertThat(second.simultaneous().upper() - second.estimate().value())
        .isCloseTo(2.491, within(0.05));
    assertThat(family.members().getFirst().falseDiscovery())
        .isEqualTo(family.members().getFirst().p());
  }
}
