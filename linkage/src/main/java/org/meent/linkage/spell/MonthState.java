// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/** Which state stands for a calendar month in which several held. */
public enum MonthState {
  /** That of the first day. */
  FIRST_DAY,
  /** That of the last day. */
  LAST_DAY,
  /** That of most days; of several with equally many the one of highest priority. */
  MOST_DAYS,
  /** Of all states of the month the one of highest priority. */
  HIGHEST_PRIORITY
}
