// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.math.BigDecimal;
import java.util.List;

/** Whether a figure in a file is that of the records, as far as its digits let one see. */
final class Rounded {
  private static final double SLACK = 1e-6;

  private Rounded() {}

  /** Half of the last digit that is written. */
  static double half(String text) {
    BigDecimal written = new BigDecimal(text.strip());
    return 0.5 * StrictMath.pow(10, -written.scale());
  }

  /** Whether a text is one of these values, rounded. */
  static boolean agrees(String text, List<Double> values) {
    BigDecimal written = new BigDecimal(text.strip());
    double half = 0.5 * StrictMath.pow(10, -written.scale());
    return values.stream()
        .anyMatch(
            value ->
                Math.abs(value - written.doubleValue())
                    <= half * (1 + SLACK) + SLACK * Math.abs(value));
  }
}
