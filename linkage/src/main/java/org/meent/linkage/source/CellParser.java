// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.meent.protocols.SourcePlan;

/**
 * Reads one cell as its declared type. Nothing is trimmed, rounded or guessed: a blank before a
 * number, a thousands mark, an exponent or a digit beyond the declared scale is a fault.
 */
final class CellParser {
  private static final int MAX_DIGITS = 18;

  /** What is wrong with a cell; the name is the last part of the refusal's code. */
  enum Fault {
    NONE,
    INTEGER,
    DECIMAL,
    DECIMAL_MARK,
    SCALE,
    RANGE,
    DATE;

    String code() {
      return "linkage.text." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final char mark;
  private long value;

  CellParser(char decimalMark) {
    this.mark = decimalMark;
  }

  /** The value of the cell that was read last: an unscaled integer or days since 1970-01-01. */
  long value() {
    return value;
  }

  /** Reads a cell that is not empty as a number or day. */
  Fault parse(CharSequence cell, SourcePlan.Variable variable) {
    return switch (variable.type()) {
      case CODE -> throw new IllegalArgumentException("a code is not parsed");
      case INTEGER -> number(cell, 0, Fault.INTEGER);
      case DECIMAL -> number(cell, variable.scale(), Fault.DECIMAL);
      case DATE -> date(cell);
    };
  }

  private Fault number(CharSequence cell, int scale, Fault otherwise) {
    int at = 0;
    boolean negative = cell.charAt(0) == '-';
    if (negative || cell.charAt(0) == '+') {
      at++;
    }
    long unscaled = 0;
    int digits = 0;
    int significant = 0;
    int decimals = -1;
    for (; at < cell.length(); at++) {
      char c = cell.charAt(at);
      if (c >= '0' && c <= '9') {
        digits++;
        significant = significant == 0 && c == '0' ? 0 : significant + 1;
        decimals = decimals < 0 ? -1 : decimals + 1;
        if (significant > MAX_DIGITS) {
          return Fault.RANGE;
        }
        unscaled = 10 * unscaled + (c - '0');
      } else if (c == mark && decimals < 0 && digits > 0 && otherwise == Fault.DECIMAL) {
        decimals = 0;
      } else {
        return otherwise == Fault.DECIMAL && isMark(c) ? Fault.DECIMAL_MARK : otherwise;
      }
    }
    if (digits == 0 || decimals == 0) {
      return otherwise;
    }
    if (decimals > scale) {
      return Fault.SCALE;
    }
    return scaled(negative ? -unscaled : unscaled, scale - Math.max(0, decimals));
  }

  private boolean isMark(char c) {
    return c != mark && (c == '.' || c == ',');
  }

  private Fault scaled(long unscaled, int zeros) {
    value = unscaled;
    for (int i = 0; i < zeros; i++) {
      if (Math.abs(value) > Long.MAX_VALUE / 10) {
        return Fault.RANGE;
      }
      value *= 10;
    }
    return Fault.NONE;
  }

  private Fault date(CharSequence cell) {
    boolean dashes = cell.length() == 10 && cell.charAt(4) == '-' && cell.charAt(7) == '-';
    if (!dashes && cell.length() != 8) {
      return Fault.DATE;
    }
    int year = digits(cell, 0, 4);
    int month = digits(cell, dashes ? 5 : 4, 2);
    int day = digits(cell, dashes ? 8 : 6, 2);
    if (year < 0 || month < 0 || day < 0) {
      return Fault.DATE;
    }
    try {
      value = LocalDate.of(year, month, day).toEpochDay();
      return Fault.NONE;
    } catch (DateTimeException e) {
      return Fault.DATE;
    }
  }

  private static int digits(CharSequence cell, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      char c = cell.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + (c - '0');
    }
    return number;
  }
}
