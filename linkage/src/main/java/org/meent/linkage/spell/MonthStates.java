// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/** Chooses a state for each month of one composed track, which fills every day of the grid. */
final class MonthStates {
  private final MonthGrid grid;
  private final MonthState rule;
  private final StatePriority priority;
  private final StateMap days = new StateMap();

  MonthStates(MonthGrid grid, MonthState rule, StatePriority priority) {
    this.grid = grid;
    this.rule = rule;
    this.priority = priority;
  }

  void fill(Track composed, int[] into, int from) {
    int spell = 0;
    for (int month = 0; month < grid.months(); month++) {
      while (composed.end(spell) <= grid.start(month)) {
        spell++;
      }
      into[from + month] = state(composed, spell, month);
    }
  }

  private int state(Track composed, int first, int month) {
    int to = grid.start(month + 1);
    int last = first;
    while (composed.end(last) < to) {
      last++;
    }
    return switch (rule) {
      case FIRST_DAY -> composed.state(first);
      case LAST_DAY -> composed.state(last);
      case HIGHEST_PRIORITY -> best(composed, first, last);
      case MOST_DAYS -> most(composed, first, last, month);
    };
  }

  private int best(Track composed, int first, int last) {
    int best = composed.state(first);
    for (int i = first + 1; i <= last; i++) {
      if (priority.rank(composed.state(i)) < priority.rank(best)) {
        best = composed.state(i);
      }
    }
    return best;
  }

  private int most(Track composed, int first, int last, int month) {
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
