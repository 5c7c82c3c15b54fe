// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PooledEstimateTest {

  private static EffectEstimate estimate(double value, String group) {
    return new EffectEstimate(
        "aipw", Estimand.ATE, "b", "a", group, value, 2, value - 4, value + 4, 100, 50, 52);
  }

  /**
   * By hand: W = 4, B = 4, T = 4 + 4/3 · 4 = 9.3333; λ = 0.571429; 2/λ² = 6.125; 101/103 · 100 ·
   * 0.428571 = 42.0250; together 5.34586.
   */
  @Test
  void threeLinkagesByHand() {
    PooledEstimate found =
        PooledEstimate.of(List.of(estimate(10, "all"), estimate(12, "all"), estimate(14, "all")));
    assertThat(found.value()).isCloseTo(12, within(1e-12));
    assertThat(found.se() * found.se()).isCloseTo(28.0 / 3, within(1e-12));
    assertThat(found.degreesOfFreedom()).isCloseTo(5.34586, within(1e-4));
    assertThat(found.interval().upper() - 12)
        .isCloseTo(Interval.quantile(found.degreesOfFreedom()) * found.se(), within(1e-12));
  }

  @Test
  void linkagesThatAgreeAddNothing() {
    PooledEstimate found = PooledEstimate.of(List.of(estimate(10, "all"), estimate(10, "all")));
    assertThat(found.se()).isCloseTo(2, within(1e-12));
    assertThat(found.between()).isZero();
  }

  @Test
  void differentThingsAreNotPooled() {
    assertThatThrownBy(() -> PooledEstimate.of(List.of(estimate(1, "all"), estimate(1, "x=1"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PooledEstimate.of(List.of(estimate(1, "all"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
