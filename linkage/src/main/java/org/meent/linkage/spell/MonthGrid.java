// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Calendar months in a row, numbered from 0, and the days on which they start. */
public final class MonthGrid {
  private final YearMonth first;
  private final int[] starts;

  /** Per day from the first on the number of its month. */
  private final int[] months;

  private final Window window;

  private MonthGrid(YearMonth first, int months) {
    this.first = first;
    this.starts = new int[months + 1];
    for (int i = 0; i <= months; i++) {
      starts[i] = Math.toIntExact(first.plusMonths(i).atDay(1).toEpochDay());
    }
    this.window = new Window(starts[0], starts[months]);
    this.months = new int[starts[months] - starts[0]];
    for (int i = 0; i < months; i++) {
      Arrays.fill(this.months, starts[i] - starts[0], starts[i + 1] - starts[0], i);
    }
  }

  /**
   * A grid.
   *
   * @param first its first month
   * @param months number of months, not negative
   */
  public static MonthGrid of(YearMonth first, int months) {
    if (months < 0) {
      throw new IllegalArgumentException("a grid has no negative number of months");
    }
    return new MonthGrid(first, months);
  }

  /** From a month until and with another. */
  public static MonthGrid of(YearMonth first, YearMonth last) {
    return of(first, (int) first.until(last, ChronoUnit.MONTHS) + 1);
  }

  /** Number of months. */
  public int months() {
    return starts.length - 1;
  }

  /** The calendar month of a number. */
  public YearMonth month(int number) {
    return first.plusMonths(number);
  }

  /** First day of a month; of the number {@link #months()} the first day after the grid. */
  public int start(int number) {
    return starts[number];
  }

  /** The days of a month. */
  public Window window(int number) {
    return new Window(starts[number], starts[number + 1]);
  }

  /** All days of the grid. */
  public Window window() {
    return window;
  }

  /** Number of the month of a day; -1 if the grid does not hold it. */
  public int monthOf(int day) {
    return window.contains(day) ? months[day - starts[0]] : -1;
  }
}
