// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which of several states that hold on one day counts: the one that was declared first. */
public final class StatePriority {
  private final Map<Integer, Integer> rank = new LinkedHashMap<>();

  private StatePriority() {}

  /**
   * The states, the one of highest priority first.
   *
   * @throws IllegalArgumentException if a state stands there twice
   */
  public static StatePriority of(int... states) {
    StatePriority priority = new StatePriority();
    for (int state : states) {
      if (priority.rank.put(state, priority.rank.size()) != null) {
        throw new IllegalArgumentException("state %d stands twice".formatted(state));
      }
    }
    return priority;
  }

  /**
   * Place of a state, 0 first.
   *
   * @throws IllegalArgumentException if it was not declared: nothing is ranked in silence
   */
  public int rank(int state) {
    Integer place = rank.get(state);
    if (place == null) {
      throw new IllegalArgumentException("state %d has no declared priority".formatted(state));
    }
    return place;
  }
}
