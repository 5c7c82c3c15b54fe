// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.flow;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step of the data's way: {@code in = out + losses - duplications}.
 *
 * @param name what was done, such as {@code keep identified keys}
 * @param in records that came in
 * @param losses records lost, by reason
 * @param duplications records added, by reason
 * @param out records that went on
 */
public record FlowStep(
    String name,
    long in,
    SortedMap<String, Long> losses,
    SortedMap<String, Long> duplications,
    long out) {

  /**
   * Copies the reasons and checks the balance.
   *
   * @throws IllegalArgumentException if the step does not balance or a number is negative
   */
  public FlowStep {
    losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
    duplications = Collections.unmodifiableSortedMap(new TreeMap<>(duplications));
    long lost = losses.values().stream().mapToLong(Long::longValue).sum();
    long added = duplications.values().stream().mapToLong(Long::longValue).sum();
    if (in < 0 || out < 0 || in - lost + added != out) {
      throw new IllegalArgumentException(
          "flow step '%s' does not balance: in %d - lost %d + added %d is not out %d"
              .formatted(name, in, lost, added, out));
    }
  }

  /** A step that only loses; reasons without a record are left out. */
  public static FlowStep losing(String name, long in, Map<String, Long> losses) {
    SortedMap<String, Long> real = real(losses);
    long lost = real.values().stream().mapToLong(Long::longValue).sum();
    return new FlowStep(name, in, real, new TreeMap<>(), in - lost);
  }

  /** The reasons of which there is a record. */
  public static SortedMap<String, Long> real(Map<String, Long> reasons) {
    SortedMap<String, Long> real = new TreeMap<>(reasons);
    real.values().removeIf(records -> records == 0);
    return real;
  }
}
