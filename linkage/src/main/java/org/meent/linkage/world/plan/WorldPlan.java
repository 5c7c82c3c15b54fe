// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.plan;

/**
 * The dials of a world. Two worlds with the same plan are the same, byte for byte.
 *
 * <p>The world is a sample of the people who received general social assistance (algemene bijstand)
 * below pension age in at least one month of 2019-2024, each with the partner and children of the
 * household. {@code persons} counts the recipients who are drawn, one per household; partners and
 * children come on top. Published counts are scaled by the stock of recipients on 31 March 2024.
 *
 * @param persons how many households are drawn
 * @param seed the seed of all randomness
 * @param confounding how strong the hidden confounder is
 * @param effects multiplies every true log hazard ratio of an instrument; 1 as documented
 * @param continuity the log hazard ratio of work that a long time with one caseworker brings
 * @param durationDependence the log hazard ratio per year that a spell itself brings; 0 means that
 *     falling hazards come from differences between people alone
 * @param rates the numbers of the process
 * @param defects how often each planted error occurs
 */
public record WorldPlan(
    int persons,
    long seed,
    Confounding confounding,
    double effects,
    double continuity,
    double durationDependence,
    LifeRates rates,
    DefectRates defects) {

  /** The greatest number of households that keys of nine digits can tell apart. */
  public static final int MOST = 100_000_000;

  /** Checks the number of households. */
  public WorldPlan {
    if (persons < 1 || persons > MOST) {
      throw new IllegalArgumentException("a world has 1 to " + MOST + " persons, not " + persons);
    }
  }

  /** Mild hidden confounding, effects as documented, falling hazards from heterogeneity alone. */
  public static WorldPlan withDefaults(int persons, long seed) {
    return new WorldPlan(
        persons,
        seed,
        Confounding.MILD,
        1,
        0.25,
        0,
        LifeRates.withDefaults(),
        DefectRates.withDefaults());
  }

  /** With this strength of hidden confounding. */
  public WorldPlan withConfounding(Confounding strength) {
    return new WorldPlan(
        persons, seed, strength, effects, continuity, durationDependence, rates, defects);
  }

  /** With true effects multiplied by this. */
  public WorldPlan withEffects(double scale) {
    return new WorldPlan(
        persons, seed, confounding, scale, continuity, durationDependence, rates, defects);
  }

  /** With this log hazard ratio of a long time with one caseworker. */
  public WorldPlan withContinuity(double ratio) {
    return new WorldPlan(
        persons, seed, confounding, effects, ratio, durationDependence, rates, defects);
  }

  /** With this log hazard ratio per year of a spell. */
  public WorldPlan withDurationDependence(double ratio) {
    return new WorldPlan(persons, seed, confounding, effects, continuity, ratio, rates, defects);
  }

  /** With these numbers of the process. */
  public WorldPlan withRates(LifeRates others) {
    return new WorldPlan(
        persons, seed, confounding, effects, continuity, durationDependence, others, defects);
  }

  /** With these rates of planted errors. */
  public WorldPlan withDefects(DefectRates others) {
    return new WorldPlan(
        persons, seed, confounding, effects, continuity, durationDependence, rates, others);
  }
}
