// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.world.life.MonthDraws.Question;
import org.meent.linkage.world.people.Caseworker;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Traits;
import org.meent.linkage.world.plan.LifeRates;

/** Takes a life from one month to the next. */
final class MonthStep {
  private static final double CONTINUITY_MONTHS = 6;
  private static final double CONTINUITY_MEAN = 0.6;
  private static final double FIXED_TURNOVER = 0.006;
  private static final double PART_TIME_HELPS = 0.4;

  private final Setting setting;
  private final @Nullable Trace trace;

  /** Steps of one household; what happens is kept if a trace is given. */
  MonthStep(Setting setting, @Nullable Trace trace) {
    this.setting = setting;
    this.trace = trace;
  }

  /** From the beginning of a month to the beginning of the next. */
  void step(Course course, int month) {
    int next = month + 1;
    if (course.state == State.DEAD) {
      return;
    }
    if (draw(month, Question.DEATH) < setting.death[month]) {
      go(course, State.DEAD, next, ExitReason.DEATH);
      return;
    }
    if (course.state == State.ABROAD || course.state == State.PENSION) {
      return;
    }
    if (setting.household.head().age(next) >= HouseholdDraw.PENSION) {
      go(course, State.PENSION, next, ExitReason.PENSION);
      return;
    }
    switch (course.state) {
      case BENEFIT -> benefit(course, month, next);
      case WORK -> work(course, month, next);
      case UNEMPLOYMENT -> unemployment(course, month, next);
      case DISABILITY -> rest(course, month, next, 0.003, 0.003);
      case STUDY -> rest(course, month, next, 0.03, 0.01);
      case NONE -> rest(course, month, next, 0.02, 0.02);
      case SELF_EMPLOYED -> rest(course, month, next, 0.01, 0.015);
      case PENSION, ABROAD, DEAD -> {}
    }
  }

  private double draw(int month, Question question) {
    return setting.draws.of(month, question);
  }

  private void benefit(Course course, int month, int next) {
    if (draw(month, Question.WORK) < 1 - StrictMath.exp(-StrictMath.exp(logWork(course, month)))) {
      go(course, State.WORK, next, ExitReason.WORK);
      return;
    }
    if (draw(month, Question.OTHER) < setting.other[month]) {
      leave(course, month, next);
      return;
    }
    double beside = draw(month, Question.PART_TIME);
    if (course.partTime) {
      course.partTime = beside >= setting.plan.rates().partTimeOff();
    } else {
      double log = setting.plan.rates().partTimeOn() + 0.5 * setting.household.traits().ability();
      course.partTime = beside < StrictMath.exp(log);
      course.job += course.partTime ? 1 : 0;
    }
  }

  /** The log hazard of leaving benefit for work in a month. */
  private double logWork(Course course, int month) {
    Traits traits = setting.household.traits();
    double log =
        setting.logWork[month]
            + setting.caseworker(course.caseworker).quality()
            + (course.partTime ? PART_TIME_HELPS : 0)
            + setting.plan.durationDependence() * (month - course.since) / 12.0;
    double together = month - course.caseworkerSince;
    double continuity = 1 - StrictMath.exp(-together / CONTINUITY_MONTHS);
    log += setting.plan.continuity() * (continuity - CONTINUITY_MEAN);
    double support = 0;
    for (Provision provision : course.provisions) {
      support += TrueEffect.logHazard(provision, month, traits);
    }
    return log + setting.plan.effects() * support;
  }

  private void leave(Course course, int month, int next) {
    double kind = draw(month, Question.KIND);
    boolean couple = setting.household.partner().isPresent();
    int age = setting.household.head().age(month);
    double share = couple ? 0.4 : 0;
    if (kind < share) {
      go(course, State.NONE, next, ExitReason.PARTNER_WORK);
      return;
    }
    kind = (kind - share) / (1 - share);
    double study = age < 30 ? 0.15 : 0;
    if (kind < 0.25) {
      go(course, State.NONE, next, ExitReason.HOUSEHOLD);
    } else if (kind < 0.45) {
      go(course, State.DISABILITY, next, ExitReason.OTHER_BENEFIT);
    } else if (kind < 0.53) {
      go(course, State.SELF_EMPLOYED, next, ExitReason.SELF_EMPLOYED);
    } else if (kind < 0.65) {
      go(course, State.ABROAD, next, ExitReason.ABROAD);
    } else if (kind < 0.65 + study) {
      go(course, State.STUDY, next, ExitReason.STUDY);
    } else {
      go(course, State.NONE, next, ExitReason.OTHER);
    }
  }

  private void work(Course course, int month, int next) {
    LifeRates rates = setting.plan.rates();
    int months = next - Math.max(course.since, -240);
    double log =
        rates.jobEnd()
            + rates.jobEndByTenure() * StrictMath.log(months)
            - 0.2 * setting.household.traits().ability();
    if (draw(month, Question.JOB) >= 1 - StrictMath.exp(-StrictMath.exp(log))) {
      return;
    }
    double kind = draw(month, Question.KIND);
    if (kind < 0.3) {
      course.job++;
    } else if (kind < 0.45 && months >= 6) {
      go(course, State.UNEMPLOYMENT, next, ExitReason.OTHER);
    } else if (kind < 0.85) {
      go(course, State.BENEFIT, next, ExitReason.OTHER);
    } else if (kind < 0.92) {
      go(course, State.NONE, next, ExitReason.OTHER);
    } else {
      go(course, kind < 0.96 ? State.DISABILITY : State.SELF_EMPLOYED, next, ExitReason.OTHER);
    }
  }

  private void unemployment(Course course, int month, int next) {
    double ability = setting.household.traits().ability();
    if (draw(month, Question.WORK) < StrictMath.exp(-2.9 + 0.3 * ability)) {
      go(course, State.WORK, next, ExitReason.WORK);
    } else if (next - course.since >= 3 && draw(month, Question.OTHER) < 0.12) {
      State then = draw(month, Question.KIND) < 0.7 ? State.BENEFIT : State.NONE;
      go(course, then, next, ExitReason.OTHER);
    }
  }

  private void rest(Course course, int month, int next, double work, double benefit) {
    if (draw(month, Question.WORK) < work) {
      go(course, State.WORK, next, ExitReason.WORK);
    } else if (draw(month, Question.OTHER) < benefit) {
      go(course, State.BENEFIT, next, ExitReason.OTHER);
    }
  }

  private void go(Course course, State state, int month, ExitReason reason) {
    if (course.state == State.BENEFIT) {
      course.endSupport(month, state == State.WORK);
      if (trace != null) {
        trace.spell(course, month, Optional.of(reason));
      }
    } else if (course.state == State.WORK) {
      course.endSupport(month, false);
    }
    course.enter(state, month);
    if (state == State.BENEFIT) {
      meet(course, month);
    }
  }

  /** A returning client keeps the caseworker only if it was within a year. */
  void meet(Course course, int month) {
    int all = setting.household.municipality().caseworkers();
    if (!course.again && month < HouseholdDraw.MONTHS) {
      course.caseworker = (int) (draw(month, Question.WHO) * all);
    }
    course.caseworkerSince = month;
  }

  /** Another caseworker takes over, or not. */
  void change(Course course, int month) {
    double turnover = course.fixed ? FIXED_TURNOVER : setting.household.municipality().turnover();
    if (draw(month, Question.CHANGE) < turnover) {
      int all = setting.household.municipality().caseworkers();
      int other = (int) (draw(month, Question.WHO) * (all - 1));
      course.caseworker = other >= course.caseworker ? other + 1 : other;
      course.caseworkerSince = month;
    }
  }

  /** Puts the first caseworker of someone who was in benefit before the world began. */
  void firstCaseworker(Course course) {
    Caseworker first =
        setting.caseworker(
            (int) (draw(0, Question.WHO) * setting.household.municipality().caseworkers()));
    course.caseworker = first.number();
    double turnover = setting.household.municipality().turnover();
    double months = StrictMath.log(1 - draw(0, Question.LENGTH)) / StrictMath.log(1 - turnover);
    course.caseworkerSince = -(int) Math.min(-course.since, months);
  }
}
