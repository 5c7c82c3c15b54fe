// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

/**
 * A person in a trial, in one arm: followed in the months {@code from <= month < to}.
 *
 * @param person place of the person
 * @param trial month of the trial
 * @param arm the arm
 * @param open arms open to the person at the trial's start, bit {@code 1 << arm} each
 * @param from first month of follow-up
 * @param to first month no longer followed; the outcome, if it came, came in the month before
 * @param end why follow-up ended
 * @param settled month by which it is settled whether the person starts the arm: the one after a
 *     start, or after the grace
 * @param mayDeviateTo deviating from the arm was possible in the months {@code from <= month <
 *     mayDeviateTo}; a row that deviated did so in the month {@code to}
 */
public record TrialRow(
    int person,
    int trial,
    int arm,
    int open,
    int from,
    int to,
    End end,
    int settled,
    int mayDeviateTo) {

  /** Why follow-up ended. */
  public enum End {
    /** The outcome came. */
    EVENT,
    /** The trial was over. */
    COMPLETE,
    /** The person was seen no longer. */
    UNSEEN,
    /** The person did something else than the arm says: censored on purpose. */
    DEVIATED
  }

  /** How a row can deviate in a month. */
  public enum Phase {
    /** By starting an arm, before any was started. */
    OPEN,
    /** By not starting the arm in the last month of the grace, or by starting another. */
    LAST,
    /** By starting another arm after it was settled which one was started first. */
    SETTLED
  }

  /** How the row can deviate in a month. */
  public Phase phase(int month, int deadline) {
    if (month >= settled) {
      return Phase.SETTLED;
    }
    return month == trial + deadline && arm != MonthlyHistories.NONE ? Phase.LAST : Phase.OPEN;
  }

  /** Whether an arm was open at the trial's start. */
  public boolean wasOpen(int other) {
    return (open & 1 << other) != 0;
  }
}
