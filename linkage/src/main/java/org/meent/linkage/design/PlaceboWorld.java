// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import org.meent.protocols.run.RandomStream;

/**
 * A small drawn world in which an arm does exactly nothing, to see whether a design finds nothing.
 *
 * <p>Persons have a stratum that everybody sees and a frailty that nobody sees; both move the
 * monthly chance of the outcome. The placebo, arm 1, is open in all strata but the first, and its
 * monthly chance of being started depends on the stratum. Who reached the outcome starts nothing:
 * that is where immortal time comes from.
 *
 * @param histories what happened
 * @param strata stratum of each person
 */
public record PlaceboWorld(MonthlyHistories histories, int[] strata) {
  /** The arm that does nothing. */
  public static final int PLACEBO = 1;

  private static final double[] OUTCOME = {0.06, 0.05, 0.03, 0.02};
  private static final double[] START = {0, 0.06, 0.04, 0.03};

  /** Draws a world; the same seed and person give the same history. */
  public static PlaceboWorld draw(long seed, int persons, int months) {
    return draw(seed, persons, months, 1);
  }

  /**
   * Draws a world in which the arm is no placebo, to see whether a design finds something too.
   *
   * @param effect what the monthly chance of the outcome is multiplied with from the month of the
   *     start on
   */
  static PlaceboWorld draw(long seed, int persons, int months, double effect) {
    MonthlyHistories histories = new MonthlyHistories(persons, months);
    int[] strata = new int[persons];
    for (int person = 0; person < persons; person++) {
      RandomStream random = RandomStream.of(seed, "placebo-world", person);
      strata[person] = random.nextInt(OUTCOME.length);
      live(histories, person, strata[person], effect, random);
    }
    return new PlaceboWorld(histories, strata);
  }

  private static void live(
      MonthlyHistories histories, int person, int stratum, double effect, RandomStream random) {
    double frailty = random.nextInt(2) == 0 ? 0.4 : 1.6;
    boolean started = false;
    boolean over = false;
    for (int month = 0; month < histories.months() && !over; month++) {
      boolean open = stratum > 0 && !started;
      histories.setOpen(person, month, open ? 1 | 1 << PLACEBO : 1);
      if (open && random.nextDouble() < START[stratum]) {
        histories.setStarted(person, month, PLACEBO);
        started = true;
      }
      if (random.nextDouble() < OUTCOME[stratum] * frailty * (started ? effect : 1)) {
        histories.setEvent(person, month);
        over = true;
      }
    }
  }
}
