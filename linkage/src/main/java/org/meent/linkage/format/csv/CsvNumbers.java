// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Numbers as text: what counts as one, and how one is written. */
final class CsvNumbers {
  /** Not a number, or one that is better kept as text. */
  static final int TEXT = 0;

  /** A whole number. */
  static final int WHOLE = 1;

  /** A number with a decimal point. */
  static final int POINT = 2;

  /** A number with a decimal comma. */
  static final int COMMA = 3;

  private static final int DIGITS = 15;

  private CsvNumbers() {}

  /**
   * What a text is. A leading zero, a plus, more than 15 digits or a bare exponent make it text:
   * such texts are codes.
   */
  static int kind(byte[] bytes, int start, int end) {
    int at = start < end && bytes[start] == '-' ? start + 1 : start;
    int whole = digits(bytes, at, end);
    if (whole > DIGITS || (whole > 1 && bytes[at] == '0')) {
      return TEXT;
    }
    at += whole;
    if (at == end) {
      return whole > 0 ? WHOLE : TEXT;
    }
    int kind = WHOLE;
    if (bytes[at] == '.' || bytes[at] == ',') {
      kind = bytes[at] == '.' ? POINT : COMMA;
      int fraction = digits(bytes, at + 1, end);
      at += 1 + fraction;
      if (fraction == 0) {
        return TEXT;
      }
    } else if (whole == 0) {
      return TEXT;
    }
    return at == end || exponent(bytes, at, end, kind != WHOLE) ? kind : TEXT;
  }

  private static boolean exponent(byte[] bytes, int start, int end, boolean fraction) {
    if ((bytes[start] != 'e' && bytes[start] != 'E') || start + 1 >= end) {
      return false;
    }
    boolean signed = bytes[start + 1] == '+' || bytes[start + 1] == '-';
    int at = signed ? start + 2 : start + 1;
    int digits = digits(bytes, at, end);
    return (signed || fraction) && digits > 0 && digits < 4 && at + digits == end;
  }

  private static int digits(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at - start;
  }

  /** The number that a text of kind whole, point or comma stands for. */
  static double parse(byte[] bytes, int start, int end) {
    boolean negative = bytes[start] == '-';
    long whole = 0;
    int at = negative ? start + 1 : start;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      whole = whole * 10 + (bytes[at++] - '0');
    }
    if (at == end) {
      return negative ? -whole : whole;
    }
    String text = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    return Double.parseDouble(text.replace(',', '.'));
  }

  /** The shortest text that stands for the number, without exponent where it is not long. */
  static String text(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    String shortest = Double.toString(value);
    boolean plain = size >= 1e-7 && size < 1e21;
    return plain && shortest.indexOf('E') >= 0
        ? new BigDecimal(shortest).toPlainString()
        : shortest;
  }
}
