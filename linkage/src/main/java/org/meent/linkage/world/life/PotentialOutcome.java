// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

/**
 * What would have come of one decision in the month of the plan of approach.
 *
 * @param arm what is decided: {@code NONE}, an instrument, or a scheme of caseworkers
 * @param eligible whether the rules allow it for the person
 * @param natural the outcome if support may follow later as it naturally would
 * @param alone the outcome if no other support follows within the two years; for the schemes the
 *     same as {@code natural}
 */
public record PotentialOutcome(String arm, boolean eligible, Outcome natural, Outcome alone) {
  /** No support in the month of the plan. */
  public static final String NONE = "NONE";

  /** The scheme of one fixed caseworker, from the month of the plan. */
  public static final String FIXED = "CASEWORKER_FIXED";

  /** No such scheme. */
  public static final String CHANGING = "CASEWORKER_CHANGING";
}
