// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MedianOfSplitsTest {

  private static EffectEstimate estimate(double value, double se) {
    return new EffectEstimate("m", Estimand.ATT, "b", "a", "all", value, se, 0, 0, 100, 50, 52);
  }

  // By hand: the median of 1, 2, 6 is 2; of 1 + 1, 4 + 0, 0.25 + 16 it is 4.
  @Test
  void whatTheDivisionsDisagreeAboutIsInTheError() {
    EffectEstimate found =
        MedianOfSplits.of(List.of(estimate(6, 0.5), estimate(1, 1), estimate(2, 2)));
    assertThat(found.value()).isEqualTo(2);
    assertThat(found.se()).isEqualTo(2);
    assertThat(found.upper()).isCloseTo(2 + 2 * 1.98397, within(1e-4));
  }

  @Test
  void oneDivisionIsLeftAlone() {
    assertThat(MedianOfSplits.of(List.of(estimate(6, 0.5)))).isEqualTo(estimate(6, 0.5));
    assertThat(MedianOfSplits.seed(9, 0)).isEqualTo(9);
    assertThat(MedianOfSplits.seed(9, 1)).isNotEqualTo(MedianOfSplits.seed(9, 2));
  }

  @Test
  void fewRowsNeedMoreDivisions() {
    assertThat(MedianOfSplits.count(10)).isEqualTo(15);
    assertThat(MedianOfSplits.count(185)).isEqualTo(11);
    assertThat(MedianOfSplits.count(297)).isEqualTo(5);
    assertThat(MedianOfSplits.count(600)).isEqualTo(1);
    assertThat(MedianOfSplits.count(1_000_000)).isEqualTo(1);
  }
}
