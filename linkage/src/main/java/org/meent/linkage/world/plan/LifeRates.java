// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.plan;

/**
 * The numbers of the process, per month unless said otherwise. None of them was published: they are
 * chosen so that the published figures come out, or, where nothing is published, they are plain
 * assumptions. Which is which stands with each.
 *
 * @param work log hazard of leaving benefit for work, for average traits at age 40; fitted to ended
 *     benefits by duration
 * @param other log hazard of leaving for another reason, likewise; fitted to ended benefits
 * @param agePerDecade change of both per ten years of age; fitted to outflow by age
 * @param workByAbility change of the first per standard deviation of ability; assumption, as the
 *     next five
 * @param workByHealth the same, physical health
 * @param workByMental the same, mental health
 * @param workByMotivation the same, motivation and network
 * @param workByLanguage the same, language
 * @param workByDebt the same, debts
 * @param otherByFrailty change of the other hazard per standard deviation of what the traits share
 * @param byResidual change of both per standard deviation of what no trait explains; fitted to
 *     ended benefits by duration
 * @param shareWoman share of women among new recipients; fitted to the stock of women
 * @param shareCouple share of new benefits that two persons share; assumption
 * @param bornAbroad share of new recipients born abroad; published for short spells (20,730 of
 *     37,660)
 * @param entryDecline the share by which the inflow of persons new to the benefit is lower in the
 *     six years than before, when those who came back counted as new; fitted to the stocks of 2019
 *     and 2024
 * @param interrupted share of those in benefit when the world begins whose present spell began some
 *     time after their first; fitted to ended benefits by duration
 * @param support log odds of starting a provision; fitted to 2.3 % per month, which is derived from
 *     published starts
 * @param supportAtPlan log odds added in the month of the plan of approach; assumption
 * @param partTimeOn log odds of beginning work beside the benefit; fitted to 8 % per month
 * @param partTimeOff chance of ending it; assumption
 * @param jobEnd log hazard of the end of a job; fitted to return within a year (22 % of inflow)
 * @param jobEndByTenure change of it per logarithm of months in work; assumption
 */
public record LifeRates(
    double work,
    double other,
    double agePerDecade,
    double workByAbility,
    double workByHealth,
    double workByMental,
    double workByMotivation,
    double workByLanguage,
    double workByDebt,
    double otherByFrailty,
    double byResidual,
    double shareWoman,
    double shareCouple,
    double bornAbroad,
    double entryDecline,
    double interrupted,
    double support,
    double supportAtPlan,
    double partTimeOn,
    double partTimeOff,
    double jobEnd,
    double jobEndByTenure) {

  /** The numbers that the published figures were fitted with. */
  public static LifeRates withDefaults() {
    return new LifeRates(
        -4.73, -4.39, -0.40, 0.50, 0.40, 0.22, 0.40, 0.22, -0.18, 0.85, 0.96, 0.595, 0.14, 0.56,
        0.40, 0.65, -3.70, 2.5, -4.42, 0.09, -1.32, -0.45);
  }
}
