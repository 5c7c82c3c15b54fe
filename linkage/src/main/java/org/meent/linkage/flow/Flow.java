// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.flow;

import java.util.List;

/**
 * The flow of one source or of the cohort: steps in order, each starting with what the step before
 * left.
 *
 * @param of what flows, such as {@code source persons} or {@code cohort}
 * @param steps the steps, at least one
 */
public record Flow(String of, List<FlowStep> steps) {

  /**
   * Copies the steps and checks that they join.
   *
   * @throws IllegalArgumentException if a step does not start with what the one before left
   */
  public Flow {
    steps = List.copyOf(steps);
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).in() != steps.get(i - 1).out()) {
        throw new IllegalArgumentException(
            "flow of %s: step '%s' takes in %d but the step before left %d"
                .formatted(of, steps.get(i).name(), steps.get(i).in(), steps.get(i - 1).out()));
      }
    }
  }

  /** Records left at the end. */
  public long out() {
    return steps.getLast().out();
  }
}
