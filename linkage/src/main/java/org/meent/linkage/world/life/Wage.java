// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import org.meent.linkage.world.people.Household;

/** What the recipient earns: the same for any job, so that income follows from months of work. */
public final class Wage {
  private static final int BESIDE = 420;
  private static final double HOURLY = 10.2;

  private Wage() {}

  /** Gross wage of a month in whole euros. */
  public static int monthly(Household household, int month, boolean besideBenefit) {
    double raise = 1 + 0.003 * month;
    if (besideBenefit) {
      return (int) Math.rint(BESIDE * raise);
    }
    return (int) Math.rint(hours(household, false) * hourly(household) * raise);
  }

  /** Hours of a month. */
  public static int hours(Household household, boolean besideBenefit) {
    if (besideBenefit) {
      return 38;
    }
    int part = Math.floorMod(household.head().birthMonth() + household.number(), 4);
    return switch (part) {
      case 0 -> 87;
      case 1 -> 104;
      case 2 -> 139;
      default -> 173;
    };
  }

  private static double hourly(Household household) {
    double ability = household.traits().ability();
    return Math.max(HOURLY, 12.3 + 1.6 * ability);
  }
}
