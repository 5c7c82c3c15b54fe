// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/** Counts months in which a state holds, from stretches of days that ascend and do not overlap. */
final class MonthTally {
  private final MonthGrid grid;
  private final MonthRule rule;
  private int month;
  private int days;
  private boolean first;
  private boolean last;
  private int months;

  MonthTally(MonthGrid grid, MonthRule rule) {
    this.grid = grid;
    this.rule = rule;
  }

  /** Adds the days {@code from <= day < to}, which lie in the grid. */
  void add(int from, int to) {
    int day = from;
    while (day < to) {
      while (grid.start(month + 1) <= day) {
        endMonth();
      }
      int part = Math.min(to, grid.start(month + 1));
      days += part - day;
      first |= day == grid.start(month);
      last |= part == grid.start(month + 1);
      day = part;
    }
  }

  /** The number of months; nothing may be added afterwards. */
  int months() {
    if (days > 0) {
      endMonth();
    }
    return months;
  }

  private void endMonth() {
    int length = grid.start(month + 1) - grid.start(month);
    months += rule.counts(days, first, last, length) ? 1 : 0;
    month++;
    days = 0;
    first = false;
    last = false;
  }
}
