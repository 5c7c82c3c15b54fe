// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import java.util.List;

/**
 * The plan of approach of a recipient: the index date of a study.
 *
 * @param month the month, from January 2019
 * @param arm the support that was started in it; {@code NONE} if none
 * @param fixed whether the scheme of one fixed caseworker began
 * @param byLot whether a lot decided
 * @param propensities the chance of each instrument, in the order of {@link Instrument}
 * @param outcomes what would have come of each decision
 */
public record Plan(
    int month,
    String arm,
    boolean fixed,
    boolean byLot,
    double[] propensities,
    List<PotentialOutcome> outcomes) {
  /** Copies the outcomes. */
  public Plan {
    outcomes = List.copyOf(outcomes);
  }

  /** What would have come of an arm. */
  public PotentialOutcome under(String wanted) {
    return outcomes.stream().filter(o -> o.arm().equals(wanted)).findFirst().orElseThrow();
  }
}
