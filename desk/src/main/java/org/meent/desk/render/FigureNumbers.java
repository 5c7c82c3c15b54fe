// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.DoubleStream;

/**
 * How the numbers of one figure are written: the same count of decimals for all, three digits of
 * the range they span, a point as decimal sign in every language, thousands apart by a hard blank,
 * and the exponent form for what is too large or small to read. No more digits leave than are
 * printed: the table beside a figure, its description and its bars use these texts and no others.
 */
record FigureNumbers(int decimals) {
  private static final double LARGE = 1e7;
  private static final int MOST_DECIMALS = 6;
  private static final double ENDLESS = 1e100;

  /** Fits the numbers; those that are not finite are left out. */
  static FigureNumbers spanning(DoubleStream numbers) {
    double[] finite = numbers.filter(FigureNumbers::drawable).toArray();
    double least = DoubleStream.of(finite).min().orElse(0);
    double most = DoubleStream.of(finite).max().orElse(0);
    double span = most > least ? most - least : StrictMath.max(StrictMath.abs(most), 1e-3);
    int decimals = 2 - (int) StrictMath.floor(StrictMath.log10(span));
    return new FigureNumbers(StrictMath.max(decimals, 0));
  }

  /** Whether a number has a place on an axis. */
  static boolean drawable(double value) {
    return StrictMath.abs(value) < ENDLESS;
  }

  /** The number as text. */
  String text(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (StrictMath.abs(value) >= LARGE || (decimals > MOST_DECIMALS && value != 0)) {
      return exponentForm(value);
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .setScale(StrictMath.min(decimals, MOST_DECIMALS), RoundingMode.HALF_EVEN);
    return plain(rounded);
  }

  /** A decimal number without exponent, with minus sign and grouped thousands. */
  static String plain(BigDecimal number) {
    String digits = number.abs().toPlainString();
    int point = digits.indexOf('.');
    int whole = point < 0 ? digits.length() : point;
    StringBuilder text = new StringBuilder(digits);
    if (whole > 4) {
      for (int at = whole - 3; at > 0; at -= 3) {
        text.insert(at, '\u00A0');
      }
    }
    return number.signum() < 0 ? "−" + text : text.toString();
  }

  private static String exponentForm(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
    return exponentForm(rounded.setScale(rounded.scale() - rounded.precision() + 3));
  }

  /** All digits of a number, the first one before the point: {@code 1.20e−5}; zero is {@code 0}. */
  static String exponentForm(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    int exponent = number.precision() - number.scale() - 1;
    return plain(new BigDecimal(number.unscaledValue(), number.precision() - 1))
        + "e"
        + (exponent < 0 ? "−" : "")
        + StrictMath.abs(exponent);
  }
}
