// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The series break, month by month; January 2023 is month 48. Cases follow from the rule. */
final class LateReportTest {
  @ParameterizedTest
  @CsvSource({
    "10, 0, 10", // in time
    "10, 2, 12", // before 2023 nothing is carried back
    "41, 6, 47",
    "46, 3, 48", // reported in 2023, but 2022 is closed
    "49, 2, 49", // carried back whole
    "50, 3, 50",
    "50, 5, 52", // carried back three months only
  })
  void aLateReportCountsFromTheMonthThatTheRuleSays(int month, int delay, int registered) {
    assertThat(LateReport.registered(month, delay)).isEqualTo(registered);
  }

  @Test
  void noReportIsCarriedToBeforeWhatItReports() {
    for (int month = 0; month < 72; month++) {
      for (int delay = 0; delay <= 6; delay++) {
        int registered = LateReport.registered(month, delay);
        assertThat(registered).isBetween(month, month + delay);
        assertThat(month < 48 || registered <= month + 3).isTrue();
      }
    }
  }
}
