// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import java.util.Arrays;

/**
 * What happened to each person, month by month: which arms were open, what was started, when the
 * person left, and until when the person was seen. Leaving is what ends being able to start an arm,
 * such as the end of a benefit; where it is the outcome itself, it ends follow-up as well. Months
 * are numbered from 0. Filled by the caller, person by person; the designs only read it.
 */
public final class MonthlyHistories {
  /** Month of something that did not happen. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** The arm of who starts nothing. */
  public static final int NONE = 0;

  private final int months;
  private final int[] open;
  private final byte[] started;
  private final int[] event;
  private final int[] until;

  /**
   * Histories in which nothing is open, nothing happened, and everybody is seen to the end.
   *
   * @param persons number of persons
   * @param months number of months
   */
  public MonthlyHistories(int persons, int months) {
    this.months = months;
    this.open = new int[Math.multiplyExact(persons, months)];
    this.started = new byte[persons * months];
    this.event = new int[persons];
    this.until = new int[persons];
    Arrays.fill(event, NEVER);
    Arrays.fill(until, months);
  }

  /**
   * Says which arms were open to a person on the first day of a month, judged by what was known
   * then.
   *
   * @param arms bit {@code 1 << arm} for each; {@link #NONE} has to be among them for who could
   *     have gone on without; 0 if the person could not enter a trial at all
   */
  public void setOpen(int person, int month, int arms) {
    open[place(person, month)] = arms;
  }

  /** Says that a person started an arm other than {@link #NONE} in a month. */
  public void setStarted(int person, int month, int arm) {
    if (arm < 1 || arm > 30) {
      throw new IllegalArgumentException("an arm that is started has a number from 1 to 30");
    }
    started[place(person, month)] = (byte) arm;
  }

  /** Says in which month the person left, first. */
  public void setEvent(int person, int month) {
    event[person] = month;
  }

  /** Says which month is the first in which the person is no longer seen. */
  public void setUntil(int person, int month) {
    until[person] = month;
  }

  /** Number of persons. */
  public int persons() {
    return event.length;
  }

  /** Number of months. */
  public int months() {
    return months;
  }

  /** Arms open on the first day of a month, one bit each. */
  public int open(int person, int month) {
    return open[place(person, month)];
  }

  /** Arm started in a month; {@link #NONE} if none. */
  public int started(int person, int month) {
    return started[place(person, month)];
  }

  /** Month in which the person left, or {@link #NEVER}. */
  public int event(int person) {
    return event[person];
  }

  /** First month in which the person is no longer seen. */
  public int until(int person) {
    return until[person];
  }

  /** First month at or after {@code from} and before {@code to} in which an arm is started. */
  int firstStart(int person, int from, int to) {
    for (int month = Math.max(0, from); month < Math.min(to, months); month++) {
      if (started[person * months + month] != NONE) {
        return month;
      }
    }
    return NEVER;
  }

  /** First month at or after {@code from} and before {@code to} in which another arm is started. */
  public int firstOther(int person, int from, int to, int arm) {
    int month = firstStart(person, from, to);
    while (month != NEVER && started[person * months + month] == arm) {
      month = firstStart(person, month + 1, to);
    }
    return month;
  }

  private int place(int person, int month) {
    if (month < 0 || month >= months) {
      throw new IllegalArgumentException("no such month in the histories");
    }
    return person * months + month;
  }
}
