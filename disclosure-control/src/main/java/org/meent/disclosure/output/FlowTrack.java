// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The way of one source, or of the cohort, step by step. Each step balances: {@code in - losses +
 * duplications - out = 0}, and starts with what the step before left.
 *
 * @param of what flows, such as {@code source persons}; unique within a flow
 * @param startsFrom name of the track whose last {@code out} is the first {@code in} here; empty if
 *     there is none
 * @param endsIn id of the population that the last {@code out} counts; empty if there is none
 * @param steps the steps, at least one
 */
public record FlowTrack(String of, String startsFrom, String endsIn, List<Step> steps) {

  /**
   * Copies the steps and checks that they join.
   *
   * @throws IllegalArgumentException if there is none, or one does not start with what the one
   *     before left
   */
  public FlowTrack {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("flow of " + of + " has no steps");
    }
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).in() != steps.get(i - 1).out()) {
        throw new IllegalArgumentException(
            "flow of %s: step '%s' does not take in what the step before left"
                .formatted(of, steps.get(i).name()));
      }
    }
  }

  /** A track on its own. */
  public static FlowTrack alone(String of, List<Step> steps) {
    return new FlowTrack(of, "", "", steps);
  }

  /**
   * One step: {@code in - losses + duplications - out = 0}.
   *
   * @param name what was done
   * @param in records that came in
   * @param losses records lost, by reason
   * @param duplications records added, by reason
   * @param out records that went on
   */
  public record Step(
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
    public Step {
      losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
      duplications = Collections.unmodifiableSortedMap(new TreeMap<>(duplications));
      long lost = 0;
      long added = 0;
      boolean negative = in < 0 || out < 0;
      for (long count : losses.values()) {
        lost = Math.addExact(lost, count);
        negative |= count < 0;
      }
      for (long count : duplications.values()) {
        added = Math.addExact(added, count);
        negative |= count < 0;
      }
      if (negative || in - lost + added != out) {
        throw new IllegalArgumentException("flow step '" + name + "' does not balance");
      }
    }

    /** The name; never a figure. */
    @Override
    public String toString() {
      return "Step[" + name + "]";
    }
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "FlowTrack[" + of + ", " + steps.size() + " steps]";
  }
}
