// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

/**
 * How a row's follow-up ends.
 *
 * @param to first month no longer followed
 * @param end why
 */
record Ending(int to, TrialRow.End end) {
  /**
   * The earliest end. Within a month a deviation comes before the outcome, and the outcome before
   * the end of data of that month.
   *
   * @param followTo first month after follow-up
   * @param deviates month of deviation, or {@link MonthlyHistories#NEVER}
   */
  static Ending of(MonthlyHistories histories, int person, int followTo, int deviates) {
    int event = histories.event(person);
    int last = Math.min(followTo, histories.until(person));
    if (deviates < last && deviates <= event) {
      return new Ending(deviates, TrialRow.End.DEVIATED);
    }
    if (event < last) {
      return new Ending(event + 1, TrialRow.End.EVENT);
    }
    return new Ending(last, last == followTo ? TrialRow.End.COMPLETE : TrialRow.End.UNSEEN);
  }
}
