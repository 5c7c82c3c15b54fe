// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.State;
import org.meent.linkage.world.life.Wage;

/** What a household earned, month by month. */
final class Earnings {
  private static final int PARTNER = 1450;
  private static final int BENEFIT_SINGLE = 1240;
  private static final int BENEFIT_COUPLE = 1770;

  private Earnings() {}

  /** Whether the recipient has a job in a month. */
  static boolean works(Life life, int month) {
    return life.states()[month] == State.WORK || life.partTime()[month];
  }

  /** Gross wage of the recipient in a month; 0 without a job. */
  static int wage(Life life, int month) {
    return works(life, month)
        ? Wage.monthly(life.household(), month, life.states()[month] != State.WORK)
        : 0;
  }

  /** Gross wage of the partner in a month; 0 without a job. */
  static int partnerWage(Life life, int month) {
    return life.partnerState(month) == State.WORK
        ? PARTNER + (int) (life.household().number() % 10) * 90
        : 0;
  }

  /** The benefit of the household in a month. */
  static double benefit(Life life, int month) {
    if (!life.inBenefit(month)) {
      return 0;
    }
    int full = life.household().partner().isPresent() ? BENEFIT_COUPLE : BENEFIT_SINGLE;
    return Math.max(0, full - 0.75 * wage(life, month)) + 0.55;
  }
}
