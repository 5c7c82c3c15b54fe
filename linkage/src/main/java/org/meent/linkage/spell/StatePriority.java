// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/** Which of several states that hold on one day counts: the one that was declared first. */
public final class StatePriority {
  private final StateMap ranks = new StateMap();

  private StatePriority() {}

  /**
   * The states, the one of highest priority first.
   *
   * @throws IllegalArgumentException if a state stands there twice
   */
  public static StatePriority of(int... states) {
    StatePriority priority = new StatePriority();
    for (int rank = 0; rank < states.length; rank++) {
      if (priority.ranks.get(states[rank], -1) >= 0) {
        throw new IllegalArgumentException("state %d stands twice".formatted(states[rank]));
      }
      priority.ranks.put(states[rank], rank);
    }
    return priority;
  }

  /**
   * Place of a state, 0 first.
   *
   * @throws IllegalArgumentException if it was not declared: nothing is ranked in silence
   */
  public int rank(int state) {
    int place = ranks.get(state, -1);
    if (place < 0) {
      throw new IllegalArgumentException("state %d has no declared priority".formatted(state));
    }
    return place;
  }
}
