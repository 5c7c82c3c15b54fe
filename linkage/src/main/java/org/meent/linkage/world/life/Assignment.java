// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import java.util.Optional;
import org.meent.linkage.world.life.MonthDraws.Question;
import org.meent.linkage.world.people.Household;
import org.meent.linkage.world.people.Municipality;
import org.meent.linkage.world.people.Traits;
import org.meent.linkage.world.people.ZrmDomain;

/** Who gets which support: what caseworkers and municipalities do, and where a lot decides. */
final class Assignment {
  /** Chance of any support in the pilot. */
  static final double PILOT = 0.6;

  private static final int MOST = 3;
  private static final int PILOT_FROM = 30;
  private static final int YOUNG = 27;
  private static final Instrument[] ALL = Instrument.values();

  private Assignment() {}

  /** What is started in a month in benefit, if anything. */
  static Optional<Instrument> of(Setting setting, Course course, int month) {
    if (course.running(month) >= MOST) {
      return Optional.empty();
    }
    double any = any(setting, course, month);
    if (setting.draws.of(month, Question.SUPPORT) >= any) {
      return Optional.empty();
    }
    double[] weights = weights(setting, course, month);
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double place = setting.draws.of(month, Question.WHICH) * total;
    for (int i = 0; i < weights.length; i++) {
      place -= weights[i];
      if (place < 0 && weights[i] > 0) {
        return Optional.of(ALL[i]);
      }
    }
    return Optional.empty();
  }

  /** The chance of each kind of support in a month, in the order of the kinds. */
  static double[] propensities(Setting setting, Course course, int month) {
    double[] weights = weights(setting, course, month);
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double any = course.running(month) >= MOST ? 0 : any(setting, course, month);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = total == 0 ? 0 : any * weights[i] / total;
    }
    return weights;
  }

  static boolean byLot(Setting setting, Course course, int month) {
    return setting.household.municipality().pilot() && month == course.index && month >= PILOT_FROM;
  }

  private static double any(Setting setting, Course course, int month) {
    if (byLot(setting, course, month)) {
      return PILOT;
    }
    Household household = setting.household;
    Traits traits = household.traits();
    double log =
        setting.plan.rates().support()
            + household.municipality().intensity()
            + setting.caseworker(course.caseworker).leniency()
            + setting.plan.confounding().strength() * traits.motivation()
            - 0.15 * (household.head().age(month) - 40) / 10
            + 0.2 * (traits.score(ZrmDomain.WERK) - 3)
            + (month - course.since < 12 ? 0.3 : 0)
            - (setting.waiting(month) ? 1 : 0)
            + (month == course.index ? setting.plan.rates().supportAtPlan() : 0);
    return 1 / (1 + StrictMath.exp(-log));
  }

  private static double[] weights(Setting setting, Course course, int month) {
    boolean lot = byLot(setting, course, month);
    double[] weights = new double[ALL.length];
    for (int i = 0; i < ALL.length; i++) {
      boolean open =
          ALL[i].eligible(setting.household.traits()) && !course.hasRunning(ALL[i], month);
      weights[i] = !open ? 0 : lot ? 1 : StrictMath.exp(preference(setting, ALL[i], month));
    }
    return weights;
  }

  /** What caseworkers look at; each uses recorded things only. */
  private static double preference(Setting setting, Instrument instrument, int month) {
    Household household = setting.household;
    Traits traits = household.traits();
    Municipality place = household.municipality();
    int age = household.head().age(month);
    return switch (instrument) {
      case TRAINING -> 0.2 - 0.4 * household.head().education().ordinal() + (age < YOUNG ? 1.0 : 0);
      case JOB_COACH -> 0.3 + 0.3 * (3 - traits.score(ZrmDomain.LICHAMELIJKE_GEZONDHEID));
      case TRIAL_PLACEMENT -> -0.2 + 0.3 * (traits.score(ZrmDomain.WERK) - 3);
      case DEBT_HELP -> -0.2 + 0.5 * (3 - traits.score(ZrmDomain.FINANCIEN));
      case CONVERSATIONS ->
          0.6
              + (month >= place.reform() ? 1.0 : 0)
              + 0.2 * (3 - traits.score(ZrmDomain.GEESTELIJKE_GEZONDHEID));
      case VOLUNTEERING -> -0.1 + (age >= 50 ? 0.6 : 0);
      case PLACEBO, GROUP_COURSE -> -0.1;
      case WAGE_SUBSIDY -> 1.2;
    };
  }

  /** Whether one fixed caseworker is given with the plan of approach. */
  static boolean scheme(Setting setting, int month) {
    Household household = setting.household;
    double log =
        household.municipality().fixedPolicy()
            + 0.3 * (3 - household.traits().score(ZrmDomain.GEESTELIJKE_GEZONDHEID))
            + 0.5 * setting.plan.confounding().strength() * household.traits().motivation();
    return setting.draws.of(month, Question.SCHEME) < 1 / (1 + StrictMath.exp(-log));
  }
}
