// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the inside report writes them: two decimals, a point, thousands apart. */
final class Figures {
  private Figures() {}

  static String amount(double value) {
    return decimals(value, 2);
  }

  static String share(double value) {
    return decimals(value, 3);
  }

  static String decimals(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "?" : value > 0 ? "∞" : "-∞";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,." + digits + "f", rounded);
  }
}
