// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * How a begin or end that a municipality reports late comes into the statistics. Since the report
 * year 2023 it is carried back by at most three months, never into a year before; until then it
 * counts from the month of the report. So the series breaks between December 2022 and January 2023.
 */
final class LateReport {
  private static final int CARRIED_BACK = 3;
  private static final int LATEST = 6;
  private static final int BREAK = Calendar.january(2023);

  private LateReport() {}

  /** How many months late a municipality reports something: mostly none, else 1 to 6. */
  static int delay(WorldPlan plan, RandomStream stream) {
    double late = stream.nextDouble();
    int months = 1 + stream.nextInt(LATEST);
    return late < plan.defects().lateReport() ? months : 0;
  }

  /** The month that the statistics have for something of a month that was reported late. */
  static int registered(int month, int delay) {
    int reported = month + delay;
    if (delay == 0 || reported < BREAK) {
      return reported;
    }
    return Math.max(month, Math.max(reported - CARRIED_BACK, BREAK));
  }
}
