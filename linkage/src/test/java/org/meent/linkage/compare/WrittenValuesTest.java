// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrittenValuesTest {
  @Test
  void foldsCapitalsAccentsAndMarks() {
    assertThat(FoldedText.fold("  De Vries-Öztürk ")).isEqualTo("de vries ozturk");
    assertThat(FoldedText.fold("O'Brien")).isEqualTo("obrien");
    assertThat(FoldedText.fold("Łukasz Straße")).isEqualTo("lukasz strasse");
    assertThat(FoldedText.fold(" - ")).isEmpty();
    assertThat(FoldedText.compact("1234 ab")).isEqualTo("1234ab");
    assertThat(FoldedText.words("van der berg")).containsExactly("van", "der", "berg");
  }

  @Test
  void soundsAlike() {
    assertThat(SoundKey.of("philip")).isEqualTo(SoundKey.of("filip"));
    assertThat(SoundKey.of("dijk")).isEqualTo(SoundKey.of("dyck"));
    assertThat(SoundKey.of("meijer")).isEqualTo(SoundKey.of("meyer"));
    assertThat(SoundKey.of("bakker")).isNotEqualTo(SoundKey.of("visser"));
  }

  @Test
  void readsDatesOfEachForm() {
    assertThat(DateForm.YEAR_MONTH_DAY.parse("1980-12-31")).isEqualTo(19801231);
    assertThat(DateForm.YEAR_MONTH_DAY.parse("1980-12-31 00:00:00")).isEqualTo(19801231);
    assertThat(DateForm.YEAR_MONTH_DAY.parse("19801231")).isEqualTo(19801231);
    assertThat(DateForm.DAY_MONTH_YEAR.parse("31/12/1980")).isEqualTo(19801231);
    assertThat(DateForm.DAY_MONTH_YEAR.parse("31121980")).isEqualTo(19801231);
    assertThat(DateForm.MONTH_DAY_YEAR.parse("12/31/1980")).isEqualTo(19801231);
    assertThat(DateForm.YEAR_MONTH_DAY.parse("jan 1980")).isEqualTo(DateForm.NONE);
    assertThat(DateForm.exists(19800230)).isFalse();
    assertThat(DateForm.exists(19800229)).isTrue();
  }
}
