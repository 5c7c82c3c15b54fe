// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/**
 * One state per calendar month, person by person: composes the state of each day and chooses one
 * for each month. Holds buffers: one object per thread.
 */
public final class MonthStates {
  private final StateComposition composition;
  private final MonthGrid grid;
  private final MonthState rule;
  private final StatePriority priority;
  private final StateMap days = new StateMap();
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
      int state = composed.state(spell);
      int end = composed.end(spell);
      for (; month < grid.months() && grid.start(month + 1) <= end; month++) {
        into[from + month] = state;
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
    days.clear();
    for (int i = first; i <= last; i++) {
      int from = Math.max(composed.start(i), grid.start(month));
      int to = Math.min(composed.end(i), grid.start(month + 1));
      days.put(composed.state(i), days.get(composed.state(i), 0) + to - from);
    }
    int best = composed.state(first);
    for (int i = first + 1; i <= last; i++) {
      int state = composed.state(i);
      int more = days.get(state, 0) - days.get(best, 0);
      if (more > 0 || (more == 0 && priority.rank(state) < priority.rank(best))) {
        best = state;
      }
    }
    return best;
  }
}
