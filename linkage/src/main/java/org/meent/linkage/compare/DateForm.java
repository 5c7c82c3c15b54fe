// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.compare;

/**
 * How a column writes its dates. A date becomes a number yyyymmdd; the calendar is not checked
 * here, so that a mistyped day stays comparable with the right one.
 */
public enum DateForm {
  /** 1980-12-31, 1980/12/31, 19801231, with or without a time behind it. */
  YEAR_MONTH_DAY,
  /** 31-12-1980, 31/12/1980, 31.12.1980, 31121980. */
  DAY_MONTH_YEAR,
  /** 12/31/1980, 12311980. */
  MONTH_DAY_YEAR;

  /** What {@link #parse} gives when the text is not of this form. */
  public static final int NONE = -1;

  /**
   * Reads a date.
   *
   * @param text the text as written, blanks around it allowed
   * @return yyyymmdd with any two digits for month and day, or {@link #NONE}
   */
  public int parse(String text) {
    int[] parts = new int[3];
    int[] widths = new int[3];
    int count = split(text.strip(), parts, widths);
    if (count == 1 && widths[0] == 8) {
      int n = parts[0];
      return this == YEAR_MONTH_DAY ? n : compose(n / 1_000_000, n / 10_000 % 100, n % 10_000);
    }
    if (count != 3) {
      return NONE;
    }
    boolean yearFirst = this == YEAR_MONTH_DAY;
    if (widths[yearFirst ? 0 : 2] != 4 || widths[1] > 2 || widths[yearFirst ? 2 : 0] > 2) {
      return NONE;
    }
    return yearFirst
        ? parts[0] * 10_000 + parts[1] * 100 + parts[2]
        : compose(parts[0], parts[1], parts[2]);
  }

  /** Whether a number yyyymmdd is a day of the calendar between the years 1000 and 2999. */
  public static boolean exists(int date) {
    int year = date / 10_000;
    int month = date / 100 % 100;
    int day = date % 100;
    return year >= 1000
        && year < 3000
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
  }

  private int compose(int first, int second, int year) {
    return this == DAY_MONTH_YEAR
        ? year * 10_000 + second * 100 + first
        : year * 10_000 + first * 100 + second;
  }

  private static int split(String text, int[] parts, int[] widths) {
    int count = 0;
    boolean inNumber = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (!inNumber) {
          if (count == 3) {
            return text.charAt(i - 1) == ' ' ? 3 : 4;
          }
          inNumber = true;
          count++;
        }
        if (++widths[count - 1] > 8) {
          return 0;
        }
        parts[count - 1] = parts[count - 1] * 10 + (c - '0');
      } else if (c == '-' || c == '/' || c == '.' || c == ' ') {
        inNumber = false;
      } else if ((c == 'T' || c == 't') && count == 3 && inNumber) {
        return count;
      } else {
        return 0;
      }
    }
    return count;
  }
}
