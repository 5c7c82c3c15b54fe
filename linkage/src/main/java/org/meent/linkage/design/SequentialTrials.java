// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import org.meent.protocols.literature.Reference;

/**
 * A trial in every month: who is eligible on its first day and starts an arm within the grace is
 * compared with who is eligible and starts none. A person takes part in every trial that finds them
 * eligible, until an arm was started or the outcome came. Immutable.
 *
 * <p>Follow-up begins when the grace is over, so that nobody's arm is learnt from what happens
 * during follow-up; who left, or is no longer seen, before then is not in the trial, whatever was
 * started (a counted loss in every arm alike). Who starts an arm that was not open at the start of
 * the trial is a counted loss too.
 */
@Reference(
    authors = "M. A. Hernán, J. M. Robins (2016)",
    title = "Using big data to emulate a target trial when a randomized trial is not available",
    source = "American Journal of Epidemiology 183(8), 758-764",
    url = "https://doi.org/10.1093/aje/kwv254")
@Reference(
    authors = "G. Danaei, L. A. García Rodríguez, O. F. Cantero, R. Logan, M. A. Hernán (2013)",
    title =
        "Observational data for comparative effectiveness research: an emulation of randomised"
            + " trials of statins and primary prevention of coronary heart disease",
    source = "Statistical Methods in Medical Research 22(1), 70-96",
    url = "https://doi.org/10.1177/0962280211403603")
public final class SequentialTrials {
  private final int first;
  private final int last;
  private final int grace;
  private final int followUp;
  private final Deviation deviation;

  private SequentialTrials(int first, int last, int grace, int followUp, Deviation deviation) {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("the last trial must not come before the first");
    }
    new Trial(first, grace, followUp);
    this.first = first;
    this.last = last;
    this.grace = grace;
    this.followUp = followUp;
    this.deviation = deviation;
  }

  /** One trial, in month 0, with a grace of one month, twelve months of follow-up, followed on. */
  public static SequentialTrials withDefaults() {
    return new SequentialTrials(0, 0, 1, 12, Deviation.FOLLOWED);
  }

  /** The same with trials in other months, the last one included. */
  public SequentialTrials withTrials(int firstMonth, int lastMonth) {
    return new SequentialTrials(firstMonth, lastMonth, grace, followUp, deviation);
  }

  /** The same with another grace, in months. */
  public SequentialTrials withGrace(int months) {
    return new SequentialTrials(first, last, months, followUp, deviation);
  }

  /** The same with another follow-up, in months after the grace. */
  public SequentialTrials withFollowUp(int months) {
    return new SequentialTrials(first, last, grace, months, deviation);
  }

  /** The same with another treatment of deviations. */
  public SequentialTrials with(Deviation other) {
    return new SequentialTrials(first, last, grace, followUp, other);
  }

  /**
   * The rows of all trials.
   *
   * @throws IllegalArgumentException if the last trial's grace reaches beyond the histories
   */
  public TrialRows rows(MonthlyHistories histories) {
    if (last + grace > histories.months()) {
      throw new IllegalArgumentException("the last trial reaches beyond the histories");
    }
    TrialRows.Builder rows = new TrialRows.Builder("enter sequential trials");
    for (int month = first; month <= last; month++) {
      Trial trial = new Trial(month, grace, followUp);
      for (int person = 0; person < histories.persons(); person++) {
        enter(histories, person, trial, rows);
      }
    }
    return rows.rows();
  }

  private void enter(MonthlyHistories histories, int person, Trial trial, TrialRows.Builder rows) {
    rows.candidate();
    String obstacle = Entry.obstacle(histories, person, trial.month());
    if (!obstacle.isEmpty()) {
      rows.lose(person, obstacle);
      return;
    }
    int from = trial.followFrom();
    int open = histories.open(person, trial.month());
    int start = histories.firstStart(person, trial.month(), from);
    int arm =
        start == MonthlyHistories.NEVER ? MonthlyHistories.NONE : histories.started(person, start);
    if (histories.event(person) < from) {
      rows.lose(person, "left before follow-up");
    } else if (histories.until(person) <= from) {
      rows.lose(person, "no longer seen at follow-up");
    } else if ((open & 1 << arm) == 0) {
      rows.lose(person, "started an arm that was not open");
    } else {
      rows.add(follow(histories, person, trial, arm, open));
    }
  }

  private TrialRow follow(MonthlyHistories histories, int person, Trial trial, int arm, int open) {
    int from = trial.followFrom();
    int deviates =
        switch (deviation) {
          case FOLLOWED -> MonthlyHistories.NEVER;
          case CENSORED -> histories.firstOther(person, from, trial.followTo(), arm);
        };
    Ending ending = Ending.of(histories, person, trial.followTo(), deviates);
    int mayDeviateTo =
        switch (deviation) {
          case FOLLOWED -> from;
          case CENSORED -> ending.end() == TrialRow.End.DEVIATED ? ending.to() + 1 : ending.to();
        };
    return new TrialRow(
        person, trial.month(), arm, open, from, ending.to(), ending.end(), from, mayDeviateTo);
  }
}
