// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Arrays;

/**
 * One state per calendar month, person by person: composes the state of each day and chooses one
 * for each month. Holds buffers: one object per thread.
 */
public final class MonthStates {
  private final StateComposition composition;
  private final MonthGrid grid;
  private final MonthState rule;
  private final StatePriority priority;
  private final Track composed = new Track();

  /**
   * States on a grid.
   *
   * @param composition how one state is made of several sources; it observes all days of the grid
   * @param grid the months
   * @param rule which state stands for a month
   * @throws IllegalArgumentException if the grid is wider than what is observed
   */
  public MonthStates(StateComposition composition, MonthGrid grid, MonthState rule) {
    Window observed = composition.observed();
    if (grid.window().from() < observed.from() || grid.window().to() > observed.to()) {
      throw new IllegalArgumentException("the grid is wider than what is observed");
    }
    this.composition = composition;
    this.grid = grid;
    this.rule = rule;
    this.priority = composition.priority();
  }

  /**
   * Fills in a person's states.
   *
   * @param spells the person's spells of all sources together, sorted; may be empty
   * @param into takes one state per month
   * @param from place of the first month in it
   */
  public void fill(Track spells, int[] into, int from) {
    composition.compose(spells, composed);
    int month = 0;
    for (int spell = 0; month < grid.months(); spell++) {
      int end = Math.min(composed.end(spell), grid.window().to());
      if (end <= grid.start(month)) {
        continue;
      }
      int last = end == grid.window().to() ? grid.months() : grid.monthOf(end);
      if (month < last) {
        Arrays.fill(into, from + month, from + last, composed.state(spell));
        month = last;
      }
      if (month < grid.months() && grid.start(month) < end) {
        into[from + month] = shared(spell, month);
        month++;
      }
    }
  }

  /** The state of a month in which a spell ends before the month does. */
  private int shared(int first, int month) {
    int last = first;
    while (composed.end(last) < grid.start(month + 1)) {
      last++;
    }
    return switch (rule) {
      case FIRST_DAY -> composed.state(first);
      case LAST_DAY -> composed.state(last);
      case HIGHEST_PRIORITY -> best(first, last);
      case MOST_DAYS -> most(first, last, month);
    };
  }

  private int best(int first, int last) {
    int best = composed.state(first);
    for (int i = first + 1; i <= last; i++) {
      if (priority.rank(composed.state(i)) < priority.rank(best)) {
        best = composed.state(i);
      }
    }
    return best;
  }

  private int most(int first, int last, int month) {
    if (last == first + 1) {
      int before = composed.end(first) - grid.start(month);
      int after = grid.start(month + 1) - composed.end(first);
      return before == after ? best(first, last) : composed.state(before > after ? first : last);
    }
    int best = composed.state(first);
    int mostDays = 0;
    for (int i = first; i <= last; i++) {
      int state = composed.state(i);
      int days = days(state, i, last, month);
      boolean tie = days == mostDays && priority.rank(state) < priority.rank(best);
      if (days > mostDays || tie) {
        best = state;
        mostDays = days;
      }
    }
    return best;
  }

  /** Days of a state in a month, from one of its spells on. */
  private int days(int state, int first, int last, int month) {
    int days = 0;
    for (int i = first; i <= last; i++) {
      if (composed.state(i) == state) {
        int from = Math.max(composed.start(i), grid.start(month));
        days += Math.min(composed.end(i), grid.start(month + 1)) - from;
      }
    }
    return days;
  }
}
