// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Mean and standard deviation (divisor {@code n − 1}) of the known numbers of a column, six
 * significant digits, the same for any order of rows.
 *
 * @param mean the mean
 * @param deviation the standard deviation
 */
public record Moments(BigDecimal mean, BigDecimal deviation) {
  private static final MathContext EXACT_ENOUGH = new MathContext(60, RoundingMode.HALF_EVEN);
  private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);

  /** Beyond this a square is no double any more. */
  private static final double GREATEST = 1e150;

  /** Adds up a column. */
  static final class Account {
    private final ExactSum sum = new ExactSum();
    private final ExactSum squares = new ExactSum();
    private long count;
    private boolean beyond;

    void add(double value) {
      if (!(Math.abs(value) <= GREATEST)) {
        beyond = true;
        return;
      }
      double square = value * value;
      sum.add(value);
      squares.add(square);
      squares.add(Math.fma(value, value, -square));
      count++;
    }

    /** The moments; none of fewer than two numbers or if one was too large to square. */
    Optional<Moments> moments() {
      if (count < 2 || beyond) {
        return Optional.empty();
      }
      BigDecimal n = BigDecimal.valueOf(count);
      BigDecimal total = sum.value();
      BigDecimal spread =
          squares
              .value()
              .subtract(
                  total
                      .multiply(total)
                      .divide(n, EXACT_ENOUGH.getPrecision() * 8, RoundingMode.HALF_EVEN));
      BigDecimal variance =
          spread.max(BigDecimal.ZERO).divide(n.subtract(BigDecimal.ONE), EXACT_ENOUGH);
      return Optional.of(
          new Moments(
              total.divide(n, SHOWN).stripTrailingZeros(),
              variance.sqrt(EXACT_ENOUGH).round(SHOWN).stripTrailingZeros()));
    }
  }
}
