// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.meent.models.check.GateResult.Verdict;
import org.meent.models.effect.Interval;

/** The gates that need to know when and where, each passed and each tripped. */
final class ContextGatesTest {
  private static final Criteria CRITERIA = Criteria.shipped();

  @Test
  void followUpAcrossABreakIsFlagged() {
    List<LocalDate> before = List.of(LocalDate.of(2018, 2, 1), LocalDate.of(2018, 12, 31));
    assertThat(DeclaredBreaks.of(before, 12, CRITERIA.breaks()).gate(CRITERIA).verdict())
        .isEqualTo(Verdict.PASSED);
    DeclaredBreaks longer = DeclaredBreaks.of(before, 15, CRITERIA.breaks());
    assertThat(longer.gate(CRITERIA).verdict()).isEqualTo(Verdict.WARNED);
    assertThat(longer.any()).isEqualTo(0.5);
    assertThat(longer.touched())
        .extracting(DeclaredBreaks.Touched::share)
        .containsExactly(0.5, 0.5, 0.0);
    List<LocalDate> across = List.of(LocalDate.of(2022, 12, 1), LocalDate.of(2023, 1, 2));
    assertThat(DeclaredBreaks.of(across, 1, CRITERIA.breaks()).touched().getLast())
        .isEqualTo(new DeclaredBreaks.Touched("srg-2023", 0.5));
  }

  @Test
  void startsInViewOfAJobAreFlagged() {
    LocalDate start = LocalDate.of(2019, 5, 1);
    List<LocalDate> starts = List.of(start, start, start, start);
    List<Optional<LocalDate>> jobs =
        List.of(
            Optional.empty(),
            Optional.of(start.plusDays(30)),
            Optional.of(start.plusDays(31)),
            Optional.of(start.minusDays(1)));
    Anticipation found = Anticipation.of(starts, jobs, 30);
    assertThat(found.share()).isEqualTo(0.25);
    assertThat(found.gate(CRITERIA).verdict()).isEqualTo(Verdict.WARNED);
    assertThat(Anticipation.of(starts, jobs, 29).gate(CRITERIA).verdict())
        .isEqualTo(Verdict.PASSED);
  }

  /** Four towns of 100, three with 40 treated, one with 10: 30 of 270 untreated may be treated. */
  @Test
  void aTownThatRecordsTooLittleGivesBounds() {
    List<String> town = new ArrayList<>();
    int[] arm = new int[400];
    for (int i = 0; i < 400; i++) {
      town.add("t" + i / 100);
      arm[i] = i % 100 < (i / 100 == 2 ? 10 : 40) ? 1 : 0;
    }
    UnderRegistration found = UnderRegistration.of(arm, town, 0.5);
    assertThat(found.municipalities()).containsExactly("t2");
    assertThat(found.lowest()).isCloseTo(0.25, within(1e-12));
    assertThat(found.missed()).isCloseTo(30 / 270.0, within(1e-12));
    assertThat(found.gate(CRITERIA).verdict()).isEqualTo(Verdict.WARNED);
    Interval bounds = found.bounds(-0.4, 1.6);
    assertThat(bounds.lower()).isCloseTo(-0.45, within(1e-12));
    assertThat(bounds.upper()).isCloseTo(1.8, within(1e-12));
    assertThat(found.bounds(0.8, 1.6).lower()).isEqualTo(0.8);
    assertThat(UnderRegistration.of(arm, town, 0.2).municipalities()).isEmpty();
  }

  @Test
  void strataWithoutAllArmsAreNotCompared() {
    List<String> period = List.of("1", "1", "2", "2", "2", "3");
    List<String> region = List.of("n", "n", "n", "n", "s", "s");
    ExactStrata found = ExactStrata.of(List.of(period, region), new int[] {0, 1, 1, 0, 1, 0});
    assertThat(found.kept()).containsExactly(true, true, true, true, false, false);
    assertThat(found.gate(CRITERIA).verdict()).isEqualTo(Verdict.WARNED);
    assertThat(ExactStrata.of(List.of(region), new int[] {0, 1, 1, 0, 1, 0}).share()).isEqualTo(1);
  }
}
