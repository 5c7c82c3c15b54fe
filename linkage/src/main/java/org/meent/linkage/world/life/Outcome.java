// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

/**
 * What comes of the two years after the plan of approach.
 *
 * @param months12 months in paid work without benefit, of the twelve after the month of the plan
 * @param months24 the same of twenty-four
 * @param sustained whether six of the twenty-four in a row were in work
 * @param income gross wages in the twenty-four, in whole euros, work beside benefit included
 * @param leaving how the person first left benefit in the twenty-four
 */
public record Outcome(int months12, int months24, boolean sustained, int income, Leaving leaving) {
  /** Months in a row that make a job sustained. */
  public static final int SUSTAINED = 6;

  static Outcome of(Setting setting, Trace trace, int index) {
    int first = 0;
    int all = 0;
    int row = 0;
    int longest = 0;
    int income = 0;
    for (int month = index + 1; month <= index + LifeSimulation.OUTCOME_MONTHS; month++) {
      boolean work = trace.states[month] == State.WORK;
      all += work ? 1 : 0;
      first += work && month <= index + 12 ? 1 : 0;
      row = work ? row + 1 : 0;
      longest = Math.max(longest, row);
      if (work || trace.partTime[month]) {
        income += Wage.monthly(setting.household, month, !work);
      }
    }
    return new Outcome(first, all, longest >= SUSTAINED, income, Leaving.of(trace, index));
  }
}
