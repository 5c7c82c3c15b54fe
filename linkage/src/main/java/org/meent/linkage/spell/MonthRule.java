// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/** When a state counts as held in a calendar month. */
public enum MonthRule {
  /** On at least one day. */
  ANY_DAY,
  /** On the first day. */
  FIRST_DAY,
  /** On the last day. */
  LAST_DAY,
  /** On more than half of the days. */
  MOST_DAYS,
  /** On every day. */
  EVERY_DAY;

  /**
   * Whether a month counts.
   *
   * @param days days on which the state held
   * @param first whether it held on the first day
   * @param last whether it held on the last day
   * @param length days of the month
   */
  boolean counts(int days, boolean first, boolean last, int length) {
    return switch (this) {
      case ANY_DAY -> days > 0;
      case FIRST_DAY -> first;
      case LAST_DAY -> last;
      case MOST_DAYS -> 2 * days > length;
      case EVERY_DAY -> days == length;
    };
  }
}
