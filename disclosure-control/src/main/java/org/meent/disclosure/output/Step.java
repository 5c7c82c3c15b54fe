// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/** What happened to the units of a curve between the time before and its own. */
sealed interface Step permits SurvivalStep, IncidenceStep {
  /** End of the step. */
  double time();

  /** Units at risk when it begins. */
  long atRisk();

  /** Units at risk after it. */
  long left();

  /**
   * Copies steps and checks that each begins with what the one before left.
   *
   * @param what whose steps they are, for the message
   * @throws IllegalArgumentException if there is no step, or steps do not join
   */
  static <S extends Step> List<S> joined(List<S> steps, String what) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(what + " has no steps");
    }
    for (int i = 1; i < steps.size(); i++) {
      Step before = steps.get(i - 1);
      if (before.left() != steps.get(i).atRisk() || before.time() >= steps.get(i).time()) {
        throw new IllegalArgumentException("steps of " + what + " do not join");
      }
    }
    return List.copyOf(steps);
  }
}
