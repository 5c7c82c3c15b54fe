// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.meent.linkage.design.CloneCensorWeight;
import org.meent.linkage.design.Deviation;
import org.meent.linkage.design.Landmark;
import org.meent.linkage.design.MonthlyHistories;
import org.meent.linkage.design.SequentialTrials;
import org.meent.linkage.design.Trial;
import org.meent.linkage.design.TrialRow;
import org.meent.linkage.design.TrialRows;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.CohortPlan.CountsAs;
import org.meent.protocols.StudyDesign;

/**
 * From eligible units to rows in arms, by the design of the study. Each unit is one candidate of a
 * trial in month 0 of its own months; under a landmark month 0 stands for all the time before the
 * index date in which arms are settled, and the months after it follow.
 */
final class Enrolment {
  private final CohortPlan plan;
  private final ArmNumbers arms;
  private final int settling;
  private final int months;
  private final MonthlyHistories histories;

  /**
   * Lays the months of eligible units side by side.
   *
   * @param closed the arms that are not open to each unit
   * @param started what each unit started, by month, in months as the design counts them
   * @param leaves when each unit leaves
   */
  Enrolment(
      CohortPlan plan, ArmNumbers arms, List<Set<String>> closed, byte[][] started, int[] leaves) {
    this.plan = plan;
    this.arms = arms;
    this.settling = settling(plan);
    this.months = months(plan);
    this.histories = new MonthlyHistories(closed.size(), months);
    for (int unit = 0; unit < started.length; unit++) {
      histories.setOpen(unit, 0, arms.open(closed.get(unit)));
      histories.setEvent(unit, leaves[unit]);
      for (int month = 0; month < started[unit].length; month++) {
        if (started[unit][month] != MonthlyHistories.NONE) {
          histories.setStarted(unit, month, arms.started(started[unit][month]));
        }
      }
    }
  }

  /** Months in which arms are settled. */
  static int settling(CohortPlan plan) {
    return Math.max(1, plan.design().grace());
  }

  /** Months that a design looks at: those in which arms are settled, and follow-up. */
  private static int months(CohortPlan plan) {
    return Math.max(settling(plan) + 1, plan.monthsOfStarts() + before(plan));
  }

  /** Months that stand for the time before the index date: one under a landmark. */
  static int before(CohortPlan plan) {
    return plan.design().kind() == StudyDesign.Kind.LANDMARK ? 1 : 0;
  }

  /** Why a unit has no arm, as far as its own first start says; empty if it may have one. */
  static String obstacle(CohortPlan plan, ArmNumbers arms, byte[] started) {
    if (plan.design().clones()) {
      return "";
    }
    int first = MonthlyHistories.NONE;
    for (int month = 0; month < settling(plan) && first == MonthlyHistories.NONE; month++) {
      first = started[month];
    }
    return arms.obstacle(first);
  }

  /** The rows of the design; the person of a row is its unit. */
  TrialRows rows() {
    int followUp = months - settling;
    Deviation deviation =
        plan.treatment().countsAs() == CountsAs.PER_PROTOCOL
            ? Deviation.CENSORED
            : Deviation.FOLLOWED;
    return switch (plan.design().kind()) {
      case LANDMARK -> new Landmark(settling, settling, followUp).rows(histories, deviation);
      case SEQUENTIAL_TRIALS ->
          SequentialTrials.withDefaults()
              .withGrace(settling)
              .withFollowUp(followUp)
              .with(deviation)
              .rows(histories);
      case CLONE_CENSOR_WEIGHT ->
          new CloneCensorWeight(new Trial(0, settling, followUp), deviation).rows(histories);
    };
  }

  /** The arms of rows, by name. */
  List<String> names(TrialRows rows) {
    return IntStream.range(0, rows.size()).mapToObj(row -> arms.name(rows.row(row).arm())).toList();
  }

  /** The month from the index date in which a row first does something else than its arm says. */
  int deviates(TrialRow row) {
    int month =
        row.end() == TrialRow.End.DEVIATED
            ? row.to()
            : histories.firstOther(row.person(), row.settled(), months, row.arm());
    boolean gone = histories.event(row.person()) < month;
    return gone || month == MonthlyHistories.NEVER ? Switching.KEPT : month - before(plan);
  }
}
