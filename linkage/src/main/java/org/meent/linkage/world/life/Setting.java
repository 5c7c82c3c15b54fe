// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import org.meent.linkage.world.people.Caseworker;
import org.meent.linkage.world.people.ExitHazard;
import org.meent.linkage.world.people.Household;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Municipalities;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/** Everything about one household that does not change with what it does: computed once. */
final class Setting {
  private static final int DIP_FROM = 14;
  private static final int DIP_UNTIL = 22;
  private static final double DIP = -0.35;

  final WorldPlan plan;
  final Household household;
  final MonthDraws draws;
  final double[] logWork = new double[HouseholdDraw.MONTHS];
  final double[] other = new double[HouseholdDraw.MONTHS];
  final double[] death = new double[HouseholdDraw.MONTHS];

  /** The month from which the plan of approach is due. */
  final int planDue;

  private final Municipalities municipalities;

  Setting(WorldPlan plan, Municipalities municipalities, Household household) {
    this.plan = plan;
    this.municipalities = municipalities;
    this.household = household;
    this.draws = new MonthDraws(plan.seed(), household.number());
    RandomStream due = RandomStream.of(plan.seed(), "plan", household.number());
    this.planDue = LifeSimulation.FIRST_INDEX + due.nextInt(LifeSimulation.INDEX_MONTHS);
    for (int month = 0; month < HouseholdDraw.MONTHS; month++) {
      double age = (month - household.head().birthMonth()) / 12.0;
      ExitHazard hazard = ExitHazard.of(plan.rates(), household.traits(), age);
      logWork[month] = hazard.work() + demand(month);
      other[month] = 1 - StrictMath.exp(-StrictMath.exp(hazard.other()));
      death[month] = ExitHazard.death(age);
    }
  }

  /** Demand for labour: by place, by season, and the dip of 2020. */
  private double demand(int month) {
    double season = 0.08 * StrictMath.sin(2 * StrictMath.PI * (month - 2) / 12);
    boolean dip = month >= DIP_FROM && month < DIP_UNTIL;
    return household.municipality().demand() + season + (dip ? DIP : 0);
  }

  Caseworker caseworker(int place) {
    return municipalities.caseworker(household.municipality(), place);
  }

  boolean waiting(int month) {
    return municipalities.full(household.municipality(), month);
  }
}
