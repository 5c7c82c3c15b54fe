// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/**
 * How a household's benefit ended for one of its members.
 *
 * @param benefit key of the household's benefit
 * @param person key of the member
 * @param start first day of the member's spell
 * @param end first day after it
 * @param cause whose job ended it
 * @param shortened whether the member's own row said a later end
 */
public record BenefitEnd(
    long benefit, long person, int start, int end, Cause cause, boolean shortened) {
  /** Whose job ended a household's benefit. */
  public enum Cause {
    /** It has not ended. */
    NOT_ENDED,
    /** The member's own. */
    OWN_JOB,
    /** Another member's. */
    PARTNER_JOB,
    /** The member's own and another member's. */
    BOTH_JOBS,
    /** No job of the household. */
    OTHER
  }

  /** Shows the cause, never whose or when. */
  @Override
  public String toString() {
    return "end of a benefit: " + cause;
  }
}
