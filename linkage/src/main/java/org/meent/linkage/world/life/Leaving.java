// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

/**
 * How a person first left benefit in the two years after the month of the plan.
 *
 * @param forWork whether work was the main income of the first month without benefit
 * @param withoutIncome whether nothing was
 * @param back whether the person left within the first twelve months, and was on benefit again
 *     within twelve months of that
 */
public record Leaving(boolean forWork, boolean withoutIncome, boolean back) {
  private static final int YEAR = 12;

  static Leaving of(Trace trace, int index) {
    int exit = index + 1;
    int last = index + LifeSimulation.OUTCOME_MONTHS;
    while (exit <= last && trace.states[exit] == State.BENEFIT) {
      exit++;
    }
    if (exit > last) {
      return new Leaving(false, false, false);
    }
    State after = trace.states[exit];
    boolean back = false;
    for (int month = exit; exit <= index + YEAR && month < exit + YEAR; month++) {
      back |= trace.states[month] == State.BENEFIT;
    }
    return new Leaving(
        after == State.WORK || after == State.SELF_EMPLOYED, after == State.NONE, back);
  }
}
