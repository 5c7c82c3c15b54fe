// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.world.life.MonthDraws.Question;
import org.meent.linkage.world.people.Household;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Municipalities;
import org.meent.linkage.world.plan.WorldPlan;

/** Lives one household through the six years of the world, and through what might have been. */
public final class LifeSimulation {
  /** The first month in which a plan of approach is made: January 2021. */
  public static final int FIRST_INDEX = 24;

  /** In how many months plans of approach are made. */
  public static final int INDEX_MONTHS = 24;

  /** How many months after the plan an outcome looks at. */
  public static final int OUTCOME_MONTHS = 24;

  private final WorldPlan plan;
  private final Municipalities municipalities;

  /** Simulates by a plan. */
  public LifeSimulation(WorldPlan plan, Municipalities municipalities) {
    this.plan = plan;
    this.municipalities = municipalities;
  }

  /** The life of a household. */
  public Life life(Household household) {
    Setting setting = new Setting(plan, municipalities, household);
    Trace trace = new Trace();
    Course course = start(setting, trace);
    Optional<Plan> made = Optional.empty();
    MonthStep step = new MonthStep(setting, trace);
    for (int month = Math.max(0, household.entry()); month < HouseholdDraw.MONTHS; month++) {
      if (planned(setting, course, month)) {
        course.index = month;
        made = Optional.of(plan(setting, course));
      }
      pass(setting, step, course, month, Regime.NATURAL);
      trace.month(month, course);
      step.step(course, month);
    }
    if (course.state == State.BENEFIT && course.since < HouseholdDraw.MONTHS) {
      trace.spell(course, HouseholdDraw.MONTHS, Optional.empty());
    }
    return new Life(
        household,
        trace.states,
        trace.partTime,
        trace.jobs,
        trace.caseworkers,
        trace.spells,
        course.provisions,
        made);
  }

  private static boolean planned(Setting setting, Course course, int month) {
    return course.index < 0
        && course.state == State.BENEFIT
        && month >= setting.planDue
        && month < FIRST_INDEX + INDEX_MONTHS;
  }

  /** Fills the months before the first benefit, and stands where it begins. */
  private static Course start(Setting setting, Trace trace) {
    Household household = setting.household;
    Course course = new Course();
    int entry = household.entry();
    for (int month = 0; month < entry; month++) {
      course.state = before(setting, month);
      course.job = course.state == State.WORK ? 1 : course.job;
      trace.month(month, course);
    }
    course.state = State.BENEFIT;
    course.since = entry;
    MonthStep step = new MonthStep(setting, trace);
    if (entry > 0) {
      step.meet(course, entry);
    } else {
      step.firstCaseworker(course);
    }
    return course;
  }

  private static State before(Setting setting, int month) {
    int entry = setting.household.entry();
    int insured = 3 + (int) (12 * setting.draws.of(entry, Question.LENGTH));
    return switch (setting.household.before()) {
      case UNEMPLOYMENT -> month < entry - insured ? State.WORK : State.UNEMPLOYMENT;
      case WORK -> State.WORK;
      case NONE -> State.NONE;
      case STUDY -> State.STUDY;
      case ABROAD -> State.ABROAD;
      case SELF_EMPLOYED -> State.SELF_EMPLOYED;
    };
  }

  /** What is decided within a month, before it takes its course. */
  private static void pass(
      Setting setting, MonthStep step, Course course, int month, Regime regime) {
    if (course.state != State.BENEFIT) {
      return;
    }
    boolean index = month == course.index;
    if (index) {
      course.fixed = regime.fixed().orElse(Assignment.scheme(setting, month));
    }
    Optional<Instrument> started = Optional.empty();
    if (index && regime.forced()) {
      started = regime.instrument();
    } else if (index || regime.later()) {
      started = Assignment.of(setting, course, month);
    }
    if (started.isPresent()) {
      Instrument kind = started.get();
      int months = kind.months(setting.draws.of(month, Question.LENGTH));
      int lasted = month - course.since;
      course.provisions.add(new Provision(kind, month, month + months, lasted, course.times(kind)));
    }
    step.change(course, month);
  }

  private static Plan plan(Setting setting, Course course) {
    int month = course.index;
    List<PotentialOutcome> outcomes = new ArrayList<>();
    Outcome none = after(setting, course, Regime.none(true));
    Outcome alone = after(setting, course, Regime.none(false));
    outcomes.add(new PotentialOutcome(PotentialOutcome.NONE, true, none, alone));
    for (Instrument instrument : Instrument.values()) {
      outcomes.add(
          new PotentialOutcome(
              instrument.name(),
              instrument.eligible(setting.household.traits()),
              after(setting, course, Regime.start(instrument, true)),
              after(setting, course, Regime.start(instrument, false))));
    }
    for (boolean fixed : new boolean[] {true, false}) {
      Outcome outcome = after(setting, course, Regime.scheme(fixed));
      String arm = fixed ? PotentialOutcome.FIXED : PotentialOutcome.CHANGING;
      outcomes.add(new PotentialOutcome(arm, true, outcome, outcome));
    }
    String arm =
        Assignment.of(setting, course, month).map(Enum::name).orElse(PotentialOutcome.NONE);
    return new Plan(
        month,
        arm,
        Assignment.scheme(setting, month),
        Assignment.byLot(setting, course, month),
        Assignment.propensities(setting, course, month),
        outcomes);
  }

  /** The two years after the plan under a regime, from a copy of where the life stands. */
  private static Outcome after(Setting setting, Course from, Regime regime) {
    Course course = from.copy();
    Trace trace = new Trace();
    MonthStep step = new MonthStep(setting, null);
    int last = from.index + OUTCOME_MONTHS;
    for (int month = from.index; month <= last; month++) {
      pass(setting, step, course, month, regime);
      trace.month(month, course);
      step.step(course, month);
    }
    return Outcome.of(setting, trace, from.index);
  }
}
