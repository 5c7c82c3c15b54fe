// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.time.LocalDate;

/**
 * A stretch of days, half-open: {@code from <= day < to}, counted from 1970-01-01.
 *
 * @param from first day
 * @param to first day after it; may equal {@code from}: no day
 */
public record Window(int from, int to) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Window {
    if (from > to) {
      throw new IllegalArgumentException("a window must not end before it begins");
    }
  }

  /** From the first day until, and without, the second. */
  public static Window of(LocalDate from, LocalDate to) {
    return new Window(Math.toIntExact(from.toEpochDay()), Math.toIntExact(to.toEpochDay()));
  }

  /**
   * Whole months around a day: from {@code origin + fromMonths} until {@code origin + toMonths}. A
   * month later is the same day of that month, or its last day where it has no such day, so that
   * windows that touch in months touch in days.
   *
   * @param origin the day, such as an index date
   * @param fromMonths months from the origin to the first day; negative: before it
   * @param toMonths months from the origin to the first day after the window
   */
  public static Window months(int origin, int fromMonths, int toMonths) {
    LocalDate day = LocalDate.ofEpochDay(origin);
    return of(day.plusMonths(fromMonths), day.plusMonths(toMonths));
  }

  /** Number of days. */
  public int days() {
    return to - from;
  }

  /** Whether a day lies in it. */
  public boolean contains(int day) {
    return from <= day && day < to;
  }
}
