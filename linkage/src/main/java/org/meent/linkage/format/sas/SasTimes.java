// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.sas;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.ValueType;

/** Dates of SAS: days since 1960-01-01; moments: seconds since then. The display format decides. */
final class SasTimes {
  private static final double DAYS = 3653;
  private static final double SECONDS = DAYS * 86_400;
  private static final List<String> MOMENTS =
      List.of("DATETIME", "DATEAMPM", "E8601DT", "B8601DT", "E8601DN", "DTDATE", "NLDATM");
  private static final List<String> CLOCKS = List.of("TIME", "HHMM", "TOD", "E8601TM", "B8601TM");
  private static final List<String> DAYS_OF =
      List.of(
          "DATE",
          "DDMMYY",
          "MMDDYY",
          "YYMMDD",
          "WEEKDATE",
          "WEEKDATX",
          "E8601DA",
          "B8601DA",
          "JULIAN",
          "MONYY",
          "YYMON",
          "NLDATE");

  private SasTimes() {}

  static ValueType type(@Nullable String format) {
    if (format == null) {
      return ValueType.NUMBER;
    }
    String upper = format.toUpperCase(Locale.ROOT);
    if (MOMENTS.stream().anyMatch(upper::startsWith)) {
      return ValueType.DATETIME;
    }
    if (CLOCKS.stream().anyMatch(upper::startsWith)) {
      return ValueType.TIME;
    }
    return DAYS_OF.stream().anyMatch(upper::startsWith) ? ValueType.DATE : ValueType.NUMBER;
  }

  static double fromFile(double value, ValueType type) {
    return switch (type) {
      case DATE -> value - DAYS;
      case DATETIME -> value - SECONDS;
      case NUMBER, TIME, TEXT -> value;
    };
  }
}
