// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, windows and months. */
class RegisterDayTest {
  @Test
  void eightDigits() {
    assertThat(RegisterDay.parse("20240229"))
        .isEqualTo((int) LocalDate.of(2024, 2, 29).toEpochDay());
    assertThat(RegisterDay.parse("88888888")).isEqualTo(Spell.OPEN);
    assertThat(RegisterDay.parse("  ")).isEqualTo(Spell.UNKNOWN);
    assertThat(RegisterDay.parse("00000000")).isEqualTo(Spell.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20230229", "2023022", "2023-2-2", "99999999", "20231301", "1e000000"})
  void noSuchDay(String text) {
    assertThatThrownBy(() -> RegisterDay.parse(text))
        .isInstanceOf(DateTimeException.class)
        .message()
        .doesNotContain(text);
  }

  @Test
  void windowsThatTouchInMonthsTouchInDays() {
    int origin = (int) LocalDate.of(2016, 8, 31).toEpochDay();
    for (int month = -30; month < 30; month++) {
      Window one = Window.months(origin, month, month + 1);
      Window two = Window.months(origin, month + 1, month + 2);
      assertThat(one.to()).isEqualTo(two.from());
      assertThat(one.days()).isBetween(28, 31);
    }
    assertThat(Window.months(origin, 0, 6))
        .isEqualTo(Window.of(LocalDate.of(2016, 8, 31), LocalDate.of(2017, 2, 28)));
  }

  @Test
  void aGridKnowsTheMonthOfEachDay() {
    MonthGrid grid = MonthGrid.of(YearMonth.of(1999, 11), YearMonth.of(2001, 3));
    assertThat(grid.months()).isEqualTo(17);
    for (int day = grid.window().from() - 3; day < grid.window().to() + 3; day++) {
      int month = grid.monthOf(day);
      if (grid.window().contains(day)) {
        assertThat(grid.month(month)).isEqualTo(YearMonth.from(LocalDate.ofEpochDay(day)));
      } else {
        assertThat(month).isEqualTo(-1);
      }
    }
  }
}
