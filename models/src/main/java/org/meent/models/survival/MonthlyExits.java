// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.Arrays;
import java.util.List;

/**
 * In which month after the start each row left, and how. A row whose observation ended in a month
 * was still there at the end of it. Arrays are copied in; those handed out must be left alone.
 *
 * @param month from 1: the month of the exit or the last month seen
 * @param cause 0 = still there, 1, 2 … = kinds of exit
 * @param kinds names of the kinds of exit, the first for cause 1
 */
public record MonthlyExits(int[] month, int[] cause, List<String> kinds) {

  /** Checks months and causes. */
  public MonthlyExits {
    kinds = List.copyOf(kinds);
    int most = kinds.size();
    if (month.length != cause.length
        || Arrays.stream(month).anyMatch(m -> m < 1)
        || Arrays.stream(cause).anyMatch(c -> c < 0 || c > most)) {
      throw new IllegalArgumentException("one month from 1 and one known cause per row");
    }
    month = month.clone();
    cause = cause.clone();
  }

  /** The same rows in another order; a row may be left out. */
  MonthlyExits pick(int[] rows) {
    return new MonthlyExits(
        Arrays.stream(rows).map(i -> month[i]).toArray(),
        Arrays.stream(rows).map(i -> cause[i]).toArray(),
        kinds);
  }

  /** The last month in which a row was at risk, within a horizon. */
  int lastMonth(int row, int horizon) {
    return Math.min(month[row], horizon);
  }

  /** Whether a row left through a cause in a month; cause 0 is the end of its observation. */
  boolean left(int row, int through, int in) {
    return cause[row] == through && month[row] == in;
  }

  /** Whether a row left in a month, through whatever exit. */
  boolean gone(int row, int in) {
    return cause[row] > 0 && month[row] == in;
  }
}
