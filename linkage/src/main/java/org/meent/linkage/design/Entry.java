// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

/** Whether a person can enter a trial in a month. */
final class Entry {
  private Entry() {}

  /** Why a person cannot enter; empty if the person can. */
  static String obstacle(MonthlyHistories histories, int person, int month) {
    if (histories.until(person) <= month) {
      return "no longer seen";
    }
    if (histories.event(person) < month) {
      return "left before the trial";
    }
    if (histories.firstStart(person, 0, month) != MonthlyHistories.NEVER) {
      return "started an arm before the trial";
    }
    if (Integer.bitCount(histories.open(person, month)) < 2) {
      return "not eligible for two arms";
    }
    return "";
  }
}
