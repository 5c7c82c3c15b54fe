// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import org.meent.linkage.world.people.Traits;
import org.meent.linkage.world.people.ZrmDomain;

/**
 * What support truly does to the log hazard of work: a loss while it runs (lock-in), then a gain
 * that halves again and again. Both depend on the person. These are the effects that a study of
 * this world should find; nothing else in the world depends on the kind of support.
 */
public final class TrueEffect {
  /** Months in which what is gained halves. */
  public static final double HALF_LIFE = 15;

  private static final double FADE = StrictMath.log(2) / HALF_LIFE;
  private static final int DEBT_DELAY = 18;

  private TrueEffect() {}

  /** The change of the log hazard of work in a month, through one provision. */
  public static double logHazard(Provision provision, int month, Traits traits) {
    if (month < provision.start()) {
      return 0;
    }
    double repeated = provision.repeat() == 0 ? 1 : 0.5;
    if (month < provision.end()) {
      return repeated * during(provision.instrument(), traits);
    }
    int after = month - provision.end();
    double gain = repeated * after(provision, traits);
    return provision.instrument() == Instrument.DEBT_HELP
        ? gain * Math.min(1, after / (double) DEBT_DELAY)
        : gain * StrictMath.exp(-FADE * after);
  }

  /** While it runs. */
  static double during(Instrument instrument, Traits traits) {
    return switch (instrument) {
      case TRAINING -> -0.5;
      case JOB_COACH -> traits.health() < 0 ? 0.1 : -0.3;
      case TRIAL_PLACEMENT -> -0.3;
      case DEBT_HELP, PLACEBO, GROUP_COURSE -> 0;
      case CONVERSATIONS -> -0.1;
      case VOLUNTEERING -> -0.15;
      case WAGE_SUBSIDY -> 1.1;
    };
  }

  /** When it has just ended. */
  static double after(Provision provision, Traits traits) {
    return switch (provision.instrument()) {
      case TRAINING -> traits.language() < 0.3 && traits.health() > -0.3 ? 0.35 : 0;
      case JOB_COACH -> traits.health() < 0 ? 0.6 : 0;
      case TRIAL_PLACEMENT -> provision.monthsInBenefit() < 12 ? 0.5 : 0;
      case DEBT_HELP -> traits.debt() > 0 ? 0.25 : 0;
      case CONVERSATIONS -> traits.score(ZrmDomain.GEESTELIJKE_GEZONDHEID) <= 2 ? -0.2 : 0.15;
      case VOLUNTEERING, PLACEBO, WAGE_SUBSIDY -> 0;
      case GROUP_COURSE -> traits.social() > 0 ? 0.4 : -0.4;
    };
  }
}
