// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/**
 * How a person left a state, or was last seen in it.
 *
 * <p>The person was at risk on the days {@code from <= day < to}. Time since the state began is
 * {@code to - start}; a person who was in the state already when follow-up began enters late
 * ({@code from > start}: left truncation), and one whose start was not seen has no such time.
 *
 * @param start first day in the state, as far as it was seen
 * @param startSeen whether the state was seen to begin; if not, it began on {@code start} or before
 * @param from first day at risk
 * @param to first day no longer at risk: the day of the exit, or the end of follow-up
 * @param exited whether the person was seen to leave; if not, censored on the right
 * @param cause the state that followed; if censored, the state on account of which nothing more is
 *     known, or the state itself at the end of follow-up
 */
public record Exit(int start, boolean startSeen, int from, int to, boolean exited, int cause) {
  /** Whether the person entered late, or its start was not seen. */
  public boolean leftTruncated() {
    return !startSeen || from > start;
  }

  /** Whether the exit was not seen. */
  public boolean rightCensored() {
    return !exited;
  }

  /** Days at risk. */
  public int daysAtRisk() {
    return to - from;
  }

  /** Shows how it ended, never when. */
  @Override
  public String toString() {
    return exited ? "exit" : "censored";
  }
}
