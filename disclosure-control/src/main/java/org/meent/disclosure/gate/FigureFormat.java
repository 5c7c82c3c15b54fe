// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.meent.disclosure.rule.RuleSet;

/**
 * Rounds figures by the rule set: from 1 upwards to a number of decimals, below 1 to a number of
 * significant digits. Halves go to the even digit, of the exact value of the double.
 */
final class FigureFormat {
  private final int decimals;
  private final int significant;

  FigureFormat(RuleSet rules) {
    decimals = (int) rules.limit(RuleSet.FIGURE_DECIMALS).whole();
    significant = (int) rules.limit(RuleSet.FIGURE_SIGNIFICANT).whole();
  }

  String text(double value) {
    return text(new BigDecimal(value));
  }

  /** The mean of a sum that is a whole number of the scale. */
  String mean(long sum, int scale, long units) {
    BigDecimal total = new BigDecimal(BigInteger.valueOf(sum), scale);
    return text(total.divide(BigDecimal.valueOf(units), MathContext.DECIMAL128));
  }

  private String text(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal rounded =
        value.abs().compareTo(BigDecimal.ONE) >= 0
            ? value.setScale(decimals, RoundingMode.HALF_EVEN)
            : value.round(new MathContext(significant, RoundingMode.HALF_EVEN));
    return rounded.toPlainString();
  }
}
