// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 2, 0.50",
    "-0.004, 2, 0.00",
    "-1234.5, 1, −1234.5",
    "12345, 0, 12\u00A0345",
    "-1234567.891, 2, −1\u00A0234\u00A0567.89",
    "123456789, 0, 1.23e8",
    "0.00000123, 8, 1.23e−6",
    "9.999e8, 0, 1.00e9",
    "0, 9, 0.000000",
    "NaN, 2, –",
    "-Infinity, 2, −∞",
  })
  void writesANumberOnlyOneWay(double value, int decimals, String expected) {
    assertThat(new FigureNumbers(decimals).text(value)).isEqualTo(expected);
  }

  @Test
  void threeDigitsOfTheSpan() {
    assertThat(FigureNumbers.spanning(DoubleStream.of(0.83, 3.45)).decimals()).isEqualTo(2);
    assertThat(FigureNumbers.spanning(DoubleStream.of(0, 0.45)).decimals()).isEqualTo(3);
    assertThat(FigureNumbers.spanning(DoubleStream.of(500, 3000)).decimals()).isZero();
    assertThat(FigureNumbers.spanning(DoubleStream.of(Double.NaN)).decimals()).isEqualTo(5);
  }

  @Test
  void ticksAreRoundEvenAndCoverTheNumbers() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2000; i++) {
      double size = Math.pow(10, random.nextInt(-12, 15));
      double a = (random.nextDouble() - 0.5) * size;
      double b = (random.nextDouble() - 0.5) * size;
      Scale scale = Scale.fitting(DoubleStream.of(a, b), 300, 12);
      assertThat(scale.first()).isLessThanOrEqualTo(Math.min(a, b));
      assertThat(scale.last()).isGreaterThanOrEqualTo(Math.max(a, b));
      BigDecimal step = scale.ticks().get(1).subtract(scale.ticks().get(0));
      assertThat(step.stripTrailingZeros().unscaledValue().intValue()).isIn(1, 2, 5);
      for (int t = 1; t < scale.ticks().size(); t++) {
        assertThat(scale.ticks().get(t).subtract(scale.ticks().get(t - 1)))
            .isEqualByComparingTo(step);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.20", "184320", "1 234", "12.3456789", "−7"})
  void aPlainNumberIsANumber(String text) {
    assertThat(NumberText.of(text)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "007",
        "-0",
        "1,5",
        "1.234.567",
        "12 34",
        "1e5",
        "x",
        "12%",
        "1234567890123456",
        ".5",
        "5."
      })
  void aCodeOrAnUnclearNumberStaysText(String text) {
    assertThat(NumberText.of(text)).isEmpty();
  }
}
