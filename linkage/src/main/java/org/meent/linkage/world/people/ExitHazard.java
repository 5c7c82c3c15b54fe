// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

import org.meent.linkage.world.plan.LifeRates;

/**
 * The log hazards per month of leaving benefit that a person brings, before place, time, caseworker
 * and support. A draw of households and the life after it use the same ones, so that the people who
 * are in benefit when the world begins are those who would have stayed.
 *
 * @param work for work
 * @param other for any other reason but pension and death
 */
public record ExitHazard(double work, double other) {
  /** Standard deviation of the sum that {@link #frailty} divides by. */
  private static final double FRAILTY_SPREAD = 2.2;

  /** The hazards of a person at an age. */
  public static ExitHazard of(LifeRates rates, Traits traits, double age) {
    double shared = rates.agePerDecade() * (age - 40) / 10 + rates.byResidual() * traits.residual();
    double work =
        rates.work()
            + shared
            + rates.workByAbility() * traits.ability()
            + rates.workByHealth() * traits.health()
            + rates.workByMental() * traits.mental()
            + rates.workByMotivation() * traits.motivation()
            + rates.workByLanguage() * traits.language()
            + rates.workByDebt() * traits.debt();
    return new ExitHazard(work, rates.other() + shared + rates.otherByFrailty() * frailty(traits));
  }

  private static double frailty(Traits traits) {
    return (traits.ability() + traits.health() + traits.motivation()) / FRAILTY_SPREAD;
  }

  /** The chance of still being in benefit after so many months. */
  public double stay(int months) {
    return StrictMath.exp(-months * (StrictMath.exp(work) + StrictMath.exp(other)));
  }

  /** The chance per month of dying at an age (Gompertz; assumption). */
  public static double death(double age) {
    return StrictMath.exp(-10.9 + 0.085 * (age - 20));
  }
}
