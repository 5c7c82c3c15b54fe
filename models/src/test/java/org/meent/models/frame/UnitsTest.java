// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.models.learner.Folds;

final class UnitsTest {

  /** 120 households of two in 12 towns: what hangs together are the towns. */
  @Test
  void neitherAHouseholdNorATownIsSplit() {
    int[] household = IntStream.range(0, 240).map(i -> i / 2).toArray();
    int[] town = IntStream.range(0, 240).map(i -> i / 20).toArray();
    Units units = Units.of(household, 120, town, 12);
    assertThat(units.count()).isEqualTo(12);
    assertThat(units.of()).isEqualTo(town);
    int[] fold = Folds.of(units.of(), units.count(), new int[240], 5, 1);
    for (int i = 1; i < 240; i++) {
      if (household[i] == household[i - 1]) {
        assertThat(fold[i]).isEqualTo(fold[i - 1]);
      }
    }
  }

  @Test
  void whereEverythingHangsTogetherTheFirstDivisionIsKept() {
    int[] household = IntStream.range(0, 240).map(i -> i / 2).toArray();
    int[] caseworker = IntStream.range(0, 240).map(i -> i % 15).toArray();
    Units units = Units.of(household, 120, caseworker, 15);
    assertThat(units.count()).isEqualTo(120);
    assertThat(units.of()).isEqualTo(household);
  }

  @Test
  void oneDivisionIsItself() {
    int[] household = {0, 0, 1, 2, 1};
    assertThat(Units.of(household, 3, new int[0], 0).of()).isEqualTo(household);
  }
}
