// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.util.Map;
import java.util.TreeMap;
import org.meent.linkage.format.ValueType;

/** Display formats of SPSS: a number of four bytes (0, type, width, decimals). */
final class SavFormats {
  /** Seconds from 1582-10-14 to 1970-01-01. */
  static final double EPOCH = 12_219_379_200d;

  static final double DAY = 86_400d;

  static final int F = 5;
  static final int DATE = 20;
  static final int TIME = 21;
  static final int DATETIME = 22;

  private static final Map<Integer, String> NAMES = names();

  private SavFormats() {}

  /** The format in words, such as {@code F8.2}. */
  static String text(int packed) {
    int type = packed >> 16 & 0xff;
    int width = packed >> 8 & 0xff;
    int decimals = packed & 0xff;
    String name = NAMES.getOrDefault(type, "F");
    boolean noDecimals =
        type == 1
            || type == 2
            || (type >= DATE
                && decimals == 0
                && type != 31
                && type != 32
                && !(type >= 33 && type <= 37));
    return name + width + (noDecimals ? "" : "." + decimals);
  }

  static int decimals(int packed) {
    return packed & 0xff;
  }

  static int width(int packed) {
    return packed >> 8 & 0xff;
  }

  /**
   * What numbers with this format are, as haven sees it: quarters, weeks and months stay the
   * numbers of seconds since 1582-10-14 that the file holds.
   */
  static ValueType type(int packed) {
    return switch (packed >> 16 & 0xff) {
      case 20, 23, 24, 38, 39 -> ValueType.DATE;
      case 22 -> ValueType.DATETIME;
      case 21, 25 -> ValueType.TIME;
      default -> ValueType.NUMBER;
    };
  }

  /** A number of the file in the unit of its type. */
  static double fromFile(double value, ValueType type) {
    return switch (type) {
      case DATE -> (value - EPOCH) / DAY;
      case DATETIME -> value - EPOCH;
      case NUMBER, TIME, TEXT -> value;
    };
  }

  /** A number in the unit of its type as the file holds it. */
  static double toFile(double value, ValueType type) {
    return switch (type) {
      case DATE -> value * DAY + EPOCH;
      case DATETIME -> value + EPOCH;
      case NUMBER, TIME, TEXT -> value;
    };
  }

  /** The packed format that a text such as {@code F8.2} stands for; 0 if it is none. */
  static int parse(String text) {
    int digits = 0;
    while (digits < text.length() && !Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    String name = text.substring(0, digits);
    for (Map.Entry<Integer, String> entry : NAMES.entrySet()) {
      if (entry.getValue().equals(name)) {
        String[] sizes = text.substring(digits).split("\\.", 2);
        int width = number(sizes[0]);
        int decimals = sizes.length > 1 ? number(sizes[1]) : 0;
        return width < 1 || width > 255 ? 0 : pack(entry.getKey(), width, decimals);
      }
    }
    return 0;
  }

  static int pack(int type, int width, int decimals) {
    return type << 16 | (width & 0xff) << 8 | (decimals & 0xff);
  }

  private static int number(String digits) {
    return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
  }

  private static Map<Integer, String> names() {
    String[] low = {
      "A", "AHEX", "COMMA", "DOLLAR", "F", "IB", "PIBHEX", "P", "PIB", "PK", "RB", "RBHEX"
    };
    String[] high = {
      "DATE", "TIME", "DATETIME", "ADATE", "JDATE", "DTIME", "WKDAY", "MONTH", "MOYR", "QYR",
          "WKYR",
      "PCT", "DOT", "CCA", "CCB", "CCC", "CCD", "CCE", "EDATE", "SDATE", "MTIME", "YMDHMS"
    };
    Map<Integer, String> names = new TreeMap<>();
    for (int i = 0; i < low.length; i++) {
      names.put(i + 1, low[i]);
    }
    names.put(15, "Z");
    names.put(16, "N");
    names.put(17, "E");
    for (int i = 0; i < high.length; i++) {
      names.put(i + 20, high[i]);
    }
    return names;
  }
}
