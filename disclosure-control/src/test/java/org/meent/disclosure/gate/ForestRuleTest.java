// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.ForestSummary;
import org.meent.disclosure.output.ForestSummary.Importance;

class ForestRuleTest {

  @Test
  void importancesOfAForestWithLargeLeavesAreReleased() {
    Asked.isReleased(forest(100, 5));
    assertThat(Asked.shown(Asked.decide(forest(100, 5)))).containsExactly("age|0.700", "pay|0.300");
  }

  @Test
  void leavesOfFewUnitsAreForTheCheckers() {
    // SACRO-ML, rules.json: min_samples_leaf of at least 5
    Asked.isReferred(forest(100, 4), "leaves.few");
  }

  @Test
  void aForestOnFewRecordsIsRefused() {
    assertThat(Asked.decide(forest(9, 9))).isInstanceOf(Decision.Refusal.class);
    Asked.isReleased(forest(10, 10));
  }

  @Test
  void contradictingEvidenceCannotBeMade() {
    assertThatThrownBy(() -> forest(100, 101)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Evidence.Leaves(0, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Importance("age", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ForestSummary forest(long units, long leaf) {
    return new ForestSummary(
        "f",
        "What mattered",
        Asked.population(units),
        "found work",
        List.of(new Importance("age", 0.7), new Importance("pay", 0.3)),
        new Evidence.Leaves(500, leaf));
  }
}
