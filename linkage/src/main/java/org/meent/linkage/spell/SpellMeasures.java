// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/** Numbers about one person's spells, which must be sorted. Nothing is kept or changed. */
public final class SpellMeasures {
  private SpellMeasures() {}

  /** Whether a spell of a state holds on a day. */
  public static boolean holds(Track track, int state, int day) {
    for (int i = 0; i < track.size() && track.start(i) <= day; i++) {
      if (track.state(i) == state && day < track.end(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The state at a date: of the spells that hold on the day, the state of highest priority.
   *
   * @param none what is told if no spell holds
   * @throws IllegalArgumentException if a state that holds has no declared priority
   */
  public static int stateAt(Track track, int day, StatePriority priority, int none) {
    int state = none;
    int rank = Integer.MAX_VALUE;
    for (int i = 0; i < track.size() && track.start(i) <= day; i++) {
      if (day < track.end(i) && priority.rank(track.state(i)) < rank) {
        state = track.state(i);
        rank = priority.rank(state);
      }
    }
    return state;
  }

  /** Days of a window on which at least one spell of the state holds; each day counts once. */
  public static int days(Track track, int state, Window window) {
    int days = 0;
    int until = window.from();
    for (int i = 0; i < track.size() && track.start(i) < window.to(); i++) {
      if (track.state(i) == state && track.end(i) > until) {
        int to = Math.min(track.end(i), window.to());
        days += to - Math.max(track.start(i), until);
        until = to;
      }
    }
    return days;
  }

  /** Days of a window on which at least one spell holds; each day counts once. */
  public static int coveredDays(Track track, Window window) {
    int days = 0;
    int until = window.from();
    for (int i = 0; i < track.size() && track.start(i) < window.to(); i++) {
      if (track.end(i) > until) {
        int to = Math.min(track.end(i), window.to());
        days += to - Math.max(track.start(i), until);
        until = to;
      }
    }
    return days;
  }

  /**
   * Months of a grid in which a state holds.
   *
   * @param rule when a month counts
   */
  public static int months(Track track, int state, MonthGrid grid, MonthRule rule) {
    MonthTally tally = new MonthTally(grid, rule);
    int until = grid.window().from();
    for (int i = 0; i < track.size() && track.start(i) < grid.window().to(); i++) {
      if (track.state(i) == state && track.end(i) > until) {
        int to = Math.min(track.end(i), grid.window().to());
        tally.add(Math.max(track.start(i), until), to);
        until = to;
      }
    }
    return tally.months();
  }

  /**
   * The next spell of a state: the first that starts on the day or later.
   *
   * @return its number in the track; -1 if there is none
   */
  public static int next(Track track, int state, int day) {
    for (int i = 0; i < track.size(); i++) {
      if (track.start(i) >= day && track.state(i) == state) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The previous spell of a state: of those that ended on the day or before, so that no day of them
   * is the day or later, the one that ended last; of several the one that started last.
   *
   * @return its number in the track; -1 if there is none
   */
  public static int previous(Track track, int state, int day) {
    int previous = -1;
    for (int i = 0; i < track.size() && track.start(i) < day; i++) {
      if (track.end(i) <= day
          && track.state(i) == state
          && (previous < 0 || track.end(i) >= track.end(previous))) {
        previous = i;
      }
    }
    return previous;
  }
}
