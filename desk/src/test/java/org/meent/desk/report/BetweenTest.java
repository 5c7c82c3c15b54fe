// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class BetweenTest {
  private static final Locale DUTCH = Locale.of("nl");

  @Test
  void sharesAreWholePeopleOfAHundred() {
    assertThat(Between.of(0.301, 0.449, true, DUTCH)).isEqualTo(new Between("30", "45"));
    assertThat(Between.of(-0.004, 0.06, true, DUTCH)).isEqualTo(new Between("minder dan 1", "6"));
    assertThat(Between.mean(0.0049, true, Locale.ENGLISH)).isEqualTo("fewer than 1");
    assertThat(Between.mean(0, true, Locale.ENGLISH)).isEqualTo("0");
  }

  @Test
  void otherNumbersHaveAsManyDecimalsAsTellThemApart() {
    assertThat(Between.of(15.25, 4961.64, false, DUTCH)).isEqualTo(new Between("15", "4962"));
    assertThat(Between.of(-0.247, 0.735, false, DUTCH)).isEqualTo(new Between("0,2", "0,7"));
    assertThat(Between.of(0.041, 0.914, false, Locale.ENGLISH))
        .isEqualTo(new Between("0.04", "0.91"));
    assertThat(Between.of(10.2, 10.4, false, DUTCH)).isEqualTo(new Between("10,2", "10,4"));
    assertThat(Between.mean(-0.84, false, DUTCH)).isEqualTo("−0,8");
  }
}
