// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Days as registers write them: eight digits, year, month and day. {@code 88888888} is an open end;
 * blank, or all zeros, is not known.
 */
public final class RegisterDay {
  /** The code for a spell that has not ended. */
  public static final int OPEN_CODE = 88_888_888;

  private RegisterDay() {}

  /**
   * The day of a cell, counted from 1970-01-01.
   *
   * @param text eight digits, or blank
   * @return the day, {@link Spell#OPEN} for 88888888, {@link Spell#UNKNOWN} for a blank cell or
   *     00000000
   * @throws DateTimeException if it is none of these, such as 20230230 or seven digits; the message
   *     does not show the cell
   */
  public static int parse(CharSequence text) {
    if (text.toString().isBlank()) {
      return Spell.UNKNOWN;
    }
    if (text.length() != 8) {
      throw new DateTimeException("a day has eight digits");
    }
    int number = 0;
    for (int i = 0; i < 8; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        throw new DateTimeException("a day has eight digits");
      }
      number = 10 * number + digit - '0';
    }
    return of(number);
  }

  /**
   * The day of a number.
   *
   * @param number year * 10,000 + month * 100 + day, {@link #OPEN_CODE}, or 0
   * @throws DateTimeException if there is no such day
   */
  public static int of(int number) {
    if (number == OPEN_CODE) {
      return Spell.OPEN;
    }
    if (number == 0) {
      return Spell.UNKNOWN;
    }
    try {
      LocalDate day = LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
      return Math.toIntExact(day.toEpochDay());
    } catch (DateTimeException e) {
      throw new DateTimeException("no such day in the calendar");
    }
  }
}
