// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When people in an arm first did something else than the arm says, in months from the index date.
 * A person counts once in each arm, with the first row there, as a clone or in a trial; before
 * those who deviated are given up.
 *
 * @param months the number of months looked at
 * @param arms by arm, persons by the month in which they deviated first; {@link #KEPT} for who did
 *     not
 */
public record Switching(int months, SequencedMap<String, SortedMap<Integer, Long>> arms) {
  /** The month of who did nothing else. */
  public static final int KEPT = -1;

  /** A study in which nobody looked. */
  public static final Switching NONE = new Switching(0, new LinkedHashMap<>());

  /** Copies the counts. */
  public Switching {
    SequencedMap<String, SortedMap<Integer, Long>> copy = new LinkedHashMap<>();
    arms.forEach(
        (arm, counts) -> copy.put(arm, Collections.unmodifiableSortedMap(new TreeMap<>(counts))));
    arms = Collections.unmodifiableSequencedMap(copy);
  }

  /**
   * Counts rows.
   *
   * @param order the arms in the order to be shown
   * @param person person behind each row, ascending
   * @param arm arm of each row
   * @param month month in which each row deviated
   */
  static Switching of(int months, List<String> order, int[] person, List<String> arm, int[] month) {
    SequencedMap<String, SortedMap<Integer, Long>> arms = new LinkedHashMap<>();
    for (String name : order) {
      SortedMap<Integer, Long> counts = new TreeMap<>();
      int last = -1;
      for (int row = 0; row < person.length; row++) {
        if (arm.get(row).equals(name) && person[row] != last) {
          counts.merge(month[row], 1L, Long::sum);
          last = person[row];
        }
      }
      if (!counts.isEmpty()) {
        arms.put(name, counts);
      }
    }
    return new Switching(months, arms);
  }

  /** Persons in an arm who deviated first in a month. */
  public long persons(String arm, int month) {
    SortedMap<Integer, Long> counts = arms.get(arm);
    return counts == null ? 0 : counts.getOrDefault(month, 0L);
  }

  /** All months in which anybody deviated, ascending; {@link #KEPT} first. */
  public List<Integer> observed() {
    List<Integer> observed = new ArrayList<>(List.of(KEPT));
    for (int month = 0; month < months; month++) {
      int at = month;
      if (arms.values().stream().anyMatch(counts -> counts.containsKey(at))) {
        observed.add(month);
      }
    }
    return observed;
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "Switching[" + arms.size() + " arms, " + months + " months]";
  }
}
