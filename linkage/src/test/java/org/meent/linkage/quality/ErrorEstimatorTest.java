// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorEstimatorTest {
  @Test
  void unseenFollowsTheFormula() {
    ErrorEstimator estimator = new ErrorEstimator();
    for (int i = 0; i < 20; i++) {
      estimator.add(1, true, 1);
    }
    for (int i = 0; i < 9; i++) {
      estimator.add(1, true, 2);
    }
    // f1 (f1 - 1) / (2 (f2 + 1)) = 20 * 19 / (2 * 10)
    assertThat(estimator.unseen()).isCloseTo(19, within(1e-9));
  }

  @Test
  void precisionIsTheMeanProbabilityOfTheLinks() {
    ErrorEstimator estimator = new ErrorEstimator();
    estimator.add(0.9, true, 3);
    estimator.add(0.7, true, 3);
    estimator.add(0.2, false, 3);
    LinkageQuality quality = estimator.report(0, true, List.of(), List.of());
    assertThat(quality.precision().value()).isCloseTo(0.8, within(1e-12));
    assertThat(quality.recall().value()).isCloseTo(1.6 / 1.8, within(1e-12));
    assertThat(quality.precision().lower()).isLessThanOrEqualTo(0.8);
    assertThat(quality.warnings()).isEmpty();
  }

  @Test
  void saysWhenEmDidNotConverge() {
    LinkageQuality quality = new ErrorEstimator().report(0, false, List.of(), List.of());
    assertThat(quality.converged()).isFalse();
    assertThat(quality.warnings()).containsExactly("em-not-converged");
  }
}
