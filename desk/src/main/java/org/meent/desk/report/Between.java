// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.meent.desk.text.Texts;

/**
 * The sizes of two ends of an interval as people read them: whole numbers of 100 for a share, for
 * anything else no more decimals than tell the ends from each other and from nothing.
 *
 * @param least size of the end nearer to nothing, as text
 * @param most size of the other one
 */
record Between(String least, String most) {
  private static final int MOST_DECIMALS = 4;
  private static final double WHOLE_FROM = 10;

  /** The sizes of two numbers, without their signs, in the order given. */
  static Between of(double first, double second, boolean share, Locale language) {
    double a = StrictMath.abs(first);
    double b = StrictMath.abs(second);
    if (share) {
      return new Between(ofHundred(a, language), ofHundred(b, language));
    }
    int decimals = StrictMath.max(a, b) >= WHOLE_FROM ? 0 : 1;
    while (decimals < MOST_DECIMALS && blurred(a, b, decimals)) {
      decimals++;
    }
    return new Between(text(a, decimals, language), text(b, decimals, language));
  }

  /** One mean as people read it. */
  static String mean(double value, boolean share, Locale language) {
    if (share) {
      return ofHundred(value, language);
    }
    int decimals = StrictMath.abs(value) >= WHOLE_FROM ? 0 : 1;
    return (value < 0 ? "−" : "") + text(StrictMath.abs(value), decimals, language);
  }

  private static boolean blurred(double a, double b, int decimals) {
    BigDecimal first = rounded(a, decimals);
    BigDecimal second = rounded(b, decimals);
    return (a != b && first.compareTo(second) == 0)
        || (a > 0 && first.signum() == 0)
        || (b > 0 && second.signum() == 0);
  }

  private static String ofHundred(double share, Locale language) {
    BigDecimal whole = rounded(100 * share, 0);
    return whole.signum() == 0 && share > 0
        ? Texts.of(language).get("described.below-one")
        : whole.toPlainString();
  }

  private static String text(double size, int decimals, Locale language) {
    String plain = rounded(size, decimals).toPlainString();
    return language.getLanguage().equals("nl") ? plain.replace('.', ',') : plain;
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
