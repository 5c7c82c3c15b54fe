// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.meent.linkage.format.ValueType;

/** Dates and times as text, by ISO 8601. */
final class CsvTimes {
  private static final long DAY = 86_400;

  private CsvTimes() {}

  /** Whether the text is a date such as 2024-02-29. */
  static boolean isDate(byte[] bytes, int start, int end) {
    return end - start == 10
        && shaped(bytes, start, "0000-00-00")
        && !Double.isNaN(date(bytes, start, end));
  }

  /** Whether the text is a date and time such as 2024-02-29T12:00:00. */
  static boolean isDateTime(byte[] bytes, int start, int end) {
    return end - start >= 19
        && end - start <= 29
        && shaped(bytes, start, "0000-00-00T00:00:00")
        && !Double.isNaN(dateTime(bytes, start, end));
  }

  /** Days since 1970-01-01; NaN if there is no such day. */
  static double date(byte[] bytes, int start, int end) {
    try {
      return LocalDate.parse(ascii(bytes, start, end)).toEpochDay();
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  /** Seconds since 1970-01-01; NaN if there is no such moment. */
  static double dateTime(byte[] bytes, int start, int end) {
    try {
      LocalDateTime moment = LocalDateTime.parse(ascii(bytes, start, end));
      return moment.toEpochSecond(ZoneOffset.UTC) + moment.getNano() / 1e9;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  /** A date, moment or time as text; anything that is none of these as a number. */
  static String text(double value, ValueType type) {
    boolean far = Math.abs(value) > 1e14;
    return switch (type) {
      case NUMBER, TEXT -> CsvNumbers.text(value);
      case DATE ->
          far || value != Math.rint(value) || Math.abs(value) > 3e8
              ? moment(value * DAY)
              : LocalDate.ofEpochDay((long) value).toString();
      case DATETIME -> moment(value);
      case TIME -> far ? CsvNumbers.text(value) : time(value);
    };
  }

  private static String moment(double seconds) {
    if (Math.abs(seconds) > 3e13) {
      return CsvNumbers.text(seconds);
    }
    long whole = (long) StrictMath.floor(seconds);
    String day = LocalDate.ofEpochDay(Math.floorDiv(whole, DAY)).toString();
    return day + "T" + time(Math.floorMod(whole, DAY) + (seconds - whole));
  }

  private static String time(double seconds) {
    double size = Math.abs(seconds);
    long micros = Math.round((size - StrictMath.floor(size)) * 1e6);
    long whole = (long) StrictMath.floor(size) + micros / 1_000_000;
    String text =
        (seconds < 0 ? "-" : "")
            + two(whole / 3600)
            + ":"
            + two(whole / 60 % 60)
            + ":"
            + two(whole % 60);
    if (micros % 1_000_000 == 0) {
      return text;
    }
    String digits = Long.toString(1_000_000 + micros).substring(1);
    return text + "." + digits.replaceAll("0+$", "");
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }

  private static boolean shaped(byte[] bytes, int start, String shape) {
    for (int i = 0; i < shape.length(); i++) {
      byte found = bytes[start + i];
      boolean digit = found >= '0' && found <= '9';
      if (shape.charAt(i) == '0' ? !digit : found != shape.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String ascii(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
  }
}
