// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Dates of months that count from January 2019. */
public final class Calendar {
  /** The first year of the world. */
  public static final int FIRST_YEAR = 2019;

  /** The last year of the world. */
  public static final int LAST_YEAR = 2024;

  /** What stands for an end that is not there yet. */
  static final String OPEN = "88888888";

  private static final LocalDate ORIGIN = LocalDate.of(FIRST_YEAR, 1, 1);

  private Calendar() {}

  /** The first month of a year. */
  public static int january(int year) {
    return (year - FIRST_YEAR) * 12;
  }

  /** The year of a month. */
  public static int year(int month) {
    return FIRST_YEAR + Math.floorDiv(month, 12);
  }

  /** The month of the year, from 1. */
  public static int monthOfYear(int month) {
    return Math.floorMod(month, 12) + 1;
  }

  /** The first day. */
  public static LocalDate first(int month) {
    return ORIGIN.plusMonths(month);
  }

  /** The last day. */
  public static LocalDate last(int month) {
    return ORIGIN.plusMonths(month + 1L).minusDays(1);
  }

  /** The first day as yyyymmdd. */
  public static String from(int month) {
    return eight(year(month), monthOfYear(month), 1);
  }

  /** The last day as yyyymmdd. */
  public static String until(int month) {
    return eight(year(month), monthOfYear(month), last(month).getDayOfMonth());
  }

  /** A day as yyyymmdd. */
  static String eight(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  private static String eight(int year, int month, int day) {
    return Integer.toString(year * 10_000 + month * 100 + day);
  }

  /** Two digits. */
  static String two(int value) {
    return value < 10 ? "0" + value : Integer.toString(value);
  }
}
