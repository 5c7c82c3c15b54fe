// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DesignTest {

  @Test
  void leverageOfALineIsThatOfTheFormula() {
    double[][] line = {{1, 1}, {1, 2}, {1, 3}, {1, 4}, {1, 5}};

    // h = 1/n + (x - mean)^2 / sum of squares: 1/5 + 4/10 at the ends
    Evidence.Model evidence = Design.of(line).evidence();
    assertThat(evidence.largestLeverage()).isCloseTo(0.6, within(1e-12));
    assertThat(evidence.residualDegreesOfFreedom()).isEqualTo(3);
    assertThat(evidence.parameters()).isEqualTo(2);
    assertThat(evidence.patterns()).isEqualTo(5);
    assertThat(evidence.saturated()).isFalse();
  }

  @Test
  void aDummyForOneRecordHasLeverageOne() {
    double[][] rows = new double[50][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, i % 7, i == 3 ? 1 : 0};
    }
    Design design = Design.of(rows);

    assertThat(design.evidence().largestLeverage()).isCloseTo(1, within(1e-12));
    assertThat(design.units(2)).isEqualTo(1);
  }

  @Test
  void groupsAreASaturatedModelWithTheUnitsOfTheSmallest() {
    double[][] groups = {{1, 0}, {1, 0}, {1, 0}, {1, 1}, {1, 1}};
    Evidence.Model evidence = Design.of(groups).evidence(List.of("a", "b", "a", "a", "b"));

    assertThat(evidence.saturated()).isTrue();
    assertThat(evidence.smallestPattern()).isEqualTo(2);
    assertThat(evidence.smallestOutcome()).isEqualTo(OptionalLong.of(1));
    // the mean of two records is half of each
    assertThat(evidence.largestLeverage()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aCategoryWithoutOneOutcomeCountsZero() {
    double[][] groups = {{1, 0}, {1, 0}, {1, 1}, {1, 1}};

    assertThat(Design.of(groups).evidence(List.of("a", "b", "a", "a")).smallestOutcome())
        .isEqualTo(OptionalLong.of(0));
  }

  @Test
  void dependentRaggedAndEndlessDesignsAreRefused() {
    assertThatThrownBy(() -> Design.of(new double[][] {{1, 2}, {2, 4}, {3, 6}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column 2 of a design follows from others");
    assertThatThrownBy(() -> Design.of(new double[][] {{1, 2}, {2}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Design.of(new double[][] {{1, Double.NaN}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Design.of(new double[0][]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
