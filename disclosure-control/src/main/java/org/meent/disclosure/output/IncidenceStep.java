// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/**
 * What happened to the units of one arm between the time before and this one.
 *
 * @param time end of the step, in the unit of the curves
 * @param atRisk unweighted units at risk when the step begins
 * @param events unweighted units that left in it, by kind in the order of the table
 * @param otherwise unweighted units that left in a way that is not told, or were no longer seen
 */
public record IncidenceStep(double time, long atRisk, List<Long> events, long otherwise)
    implements RowEvidence, Step {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or more left than there were
   */
  public IncidenceStep {
    events = List.copyOf(events);
    boolean negative = atRisk < 0 || otherwise < 0 || events.stream().anyMatch(n -> n < 0);
    long gone = events.stream().mapToLong(Long::longValue).reduce(otherwise, Math::addExact);
    if (negative || gone > atRisk || !Double.isFinite(time)) {
      throw new IllegalArgumentException("a step of curves of leaving does not balance");
    }
  }

  @Override
  public long left() {
    return atRisk - otherwise - events.stream().mapToLong(Long::longValue).sum();
  }

  /** No figure. */
  @Override
  public String toString() {
    return "IncidenceStep";
  }
}
