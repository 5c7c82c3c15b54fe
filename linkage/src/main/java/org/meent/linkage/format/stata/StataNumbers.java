// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import org.meent.linkage.format.Code;
import org.meent.linkage.format.Missing;
import org.meent.linkage.format.ValueType;

/**
 * Numbers of Stata: the highest of each type mean missing, 27 of them: {@code .} and {@code .a} to
 * {@code .z}. Dates count from 1960-01-01.
 */
final class StataNumbers {
  private static final int BYTE = 101;
  private static final int INT = 32_741;
  private static final int LONG = 2_147_483_621;
  private static final int FLOAT = 0x7f00_0000;
  private static final int FLOAT_STEP = 0x800;
  private static final long DOUBLE = 0x7fe0_0000_0000_0000L;
  private static final long DOUBLE_STEP = 0x0000_0100_0000_0000L;
  private static final double DAYS = 3653;
  private static final double SECONDS = DAYS * 86_400;

  private StataNumbers() {}

  static double ofByte(byte value) {
    return value < BYTE ? value : missing(value - BYTE);
  }

  static double ofInt(short value) {
    return value < INT ? value : missing(value - INT);
  }

  static double ofLong(int value) {
    return value < LONG ? value : missing(value - LONG);
  }

  static double ofFloat(int bits) {
    if (bits >= FLOAT) {
      return missing((bits - FLOAT) / FLOAT_STEP);
    }
    return clean(Float.intBitsToFloat(bits));
  }

  static double ofDouble(long bits) {
    if (bits >= DOUBLE) {
      return missing((int) Math.min(99, (bits - DOUBLE) / DOUBLE_STEP));
    }
    return clean(Double.longBitsToDouble(bits));
  }

  /** The bits that a number or missing has in a file. */
  static long toBits(double value) {
    if (!Double.isNaN(value)) {
      return Double.doubleToRawLongBits(value);
    }
    char tag = Missing.tag(value);
    return tag >= 'a' && tag <= 'z' ? DOUBLE + (tag - 'a' + 1) * DOUBLE_STEP : DOUBLE;
  }

  /** What a value label is for. */
  static Code code(int value) {
    double number = ofLong(value);
    char tag = Missing.tag(number);
    return tag != 0 ? new Code.Tag(tag) : new Code.Number(Double.isNaN(number) ? LONG : number);
  }

  /** The number of a value label; false in {@link #holds} if there is none. */
  static int label(Code code) {
    return switch (code) {
      case Code.Number number -> (int) number.value();
      case Code.Tag tag -> LONG + 1 + (tag.letter() - 'a');
      case Code.Text _ -> throw new IllegalArgumentException("Stata labels numbers only");
    };
  }

  /** Whether Stata can label this code. */
  static boolean holds(Code code) {
    return switch (code) {
      case Code.Number number ->
          number.value() == Math.rint(number.value())
              && number.value() > Integer.MIN_VALUE
              && number.value() < LONG;
      case Code.Tag tag -> tag.letter() >= 'a' && tag.letter() <= 'z';
      case Code.Text _ -> false;
    };
  }

  /** What numbers with a display format are, as haven sees it. */
  static ValueType type(String format) {
    if (format.startsWith("%td") || format.startsWith("%d")) {
      return ValueType.DATE;
    }
    return format.startsWith("%tc") || format.startsWith("%tC")
        ? ValueType.DATETIME
        : ValueType.NUMBER;
  }

  static double fromFile(double value, ValueType type) {
    if (Double.isNaN(value)) {
      return value;
    }
    return switch (type) {
      case DATE -> value - DAYS;
      case DATETIME -> value / 1000 - SECONDS;
      case NUMBER, TIME, TEXT -> value;
    };
  }

  static double toFile(double value, ValueType type) {
    if (Double.isNaN(value)) {
      return value;
    }
    return switch (type) {
      case DATE -> value + DAYS;
      case DATETIME -> Math.rint((value + SECONDS) * 1e6) / 1e3;
      case TIME -> Math.rint(value * 1e6) / 1e3;
      case NUMBER, TEXT -> value;
    };
  }

  private static double clean(double value) {
    return Double.isNaN(value) ? Missing.SYSTEM : value;
  }

  private static double missing(int which) {
    return which >= 1 && which <= 26 ? Missing.tagged((char) ('a' + which - 1)) : Missing.SYSTEM;
  }
}
