// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * What happened to the units of one curve between the time before and this one.
 *
 * @param time end of the step, in the unit of the curve
 * @param atRisk unweighted units at risk when the step begins
 * @param events unweighted units with the event in it
 * @param censored unweighted units that left without the event in it
 */
public record SurvivalStep(double time, long atRisk, long events, long censored)
    implements RowEvidence, Step {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or more left than there were
   */
  public SurvivalStep {
    boolean negative = atRisk < 0 || events < 0 || censored < 0;
    if (negative || Math.addExact(events, censored) > atRisk || !Double.isFinite(time)) {
      throw new IllegalArgumentException("a step of a survival curve does not balance");
    }
  }

  @Override
  public long left() {
    return atRisk - events - censored;
  }

  /** No figure. */
  @Override
  public String toString() {
    return "SurvivalStep";
  }
}
