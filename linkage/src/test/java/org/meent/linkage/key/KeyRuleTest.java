// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Junk keys "0", "1" and blanks are those seen in public code on deliveries (field note 1.4). */
class KeyRuleTest {
  private final KeyRule rule = new KeyRule(List.of("R", "F"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "R,123456789,-",
        "F,000000002,-",
        "'',123456789,SET_BLANK",
        "' ',123456789,SET_BLANK",
        "S,123456789,SET_DOES_NOT_IDENTIFY",
        "r,123456789,SET_DOES_NOT_IDENTIFY",
        "'R ',123456789,SET_DOES_NOT_IDENTIFY",
        "R,'',NUMBER_BLANK",
        "R,'         ',NUMBER_BLANK",
        "R,000000000,ALL_ZEROS",
        "R,0,ALL_ZEROS",
        "R,1,PLACEHOLDER",
        "R,000000001,PLACEHOLDER",
        "R,12345678,NOT_NINE_DIGITS",
        "R,1234567890,NOT_NINE_DIGITS",
        "R,99999999999999999999999999,NOT_NINE_DIGITS",
        "R,12345678x,NOT_DIGITS",
        "R,' 12345678',NOT_DIGITS",
        "R,1.23456E+8,NOT_DIGITS",
        "R,١٢٣٤٥٦٧٨٩,NOT_DIGITS"
      })
  void saysWhatIsWrongWithAKey(String set, String number, KeyFault expected) {
    assertThat(rule.fault(set, number).orElse(null)).isEqualTo(expected);
  }

  @Test
  void numbersAscendAsPairsDo() {
    assertThat(rule.pseudonym("F", "999999999")).isLessThan(rule.pseudonym("R", "000000002"));
    assertThat(rule.pseudonym("R", "000000002")).isLessThan(rule.pseudonym("R", "000000010"));
    assertThat(new KeyRule(List.of("F", "R")).pseudonym("R", "000000010"))
        .isEqualTo(rule.pseudonym("R", "000000010"));
    assertThatThrownBy(() -> rule.pseudonym("S", "123456789"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("123456789");
  }

  /** Over many made pairs: two pairs have one number only if they are one pair. */
  @Test
  void noTwoPairsHaveOneNumberAndLeadingZerosCount() {
    KeyRule both = new KeyRule(List.of("R", "S"));
    SplittableRandom random = new SplittableRandom(17);
    Map<Long, String> seen = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      String set = random.nextBoolean() ? "R" : "S";
      String number = "%09d".formatted(random.nextInt(2, 2000));
      String pair = set + number;
      assertThat(seen.merge(both.pseudonym(set, number), pair, (before, now) -> before))
          .isEqualTo(pair);
      assertThat(both.fault(set, number.replaceFirst("^0+", "")))
          .contains(KeyFault.NOT_NINE_DIGITS);
    }
  }

  /** S identifies only where the study says so. */
  @Test
  void theSetsThatIdentifyAreTold() {
    assertThat(new KeyRule(List.of("R")).fault("S", "123456789"))
        .contains(KeyFault.SET_DOES_NOT_IDENTIFY);
    assertThat(new KeyRule(List.of("R", "S")).fault("S", "123456789")).isEmpty();
  }
}
