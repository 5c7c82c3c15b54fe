// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import org.meent.protocols.literature.Reference;

/**
 * Each eligible person enters once in every arm that is open, as a clone; a clone is censored in
 * the month in which the person does something else than its arm says. {@link CensoringWeights}
 * make up for that.
 *
 * <p>The arms: <i>start this arm within the grace</i> is left by starting another arm, or by having
 * started none in the last month of the grace; <i>start none within the grace</i> is left by
 * starting one. After the grace everybody is followed on, or is censored when starting something
 * else, as {@link Deviation} says. Follow-up begins with the trial, so the outcome counts during
 * the grace too, for all clones of the person that are still followed.
 *
 * @param trial month of eligibility, grace, and months of follow-up after the grace
 * @param deviation what becomes of clones whose person starts something else after the grace
 */
@Reference(
    authors = "M. A. Hernán (2018)",
    title =
        "How to estimate the effect of treatment duration on survival outcomes using"
            + " observational data",
    source = "BMJ 360, k182",
    url = "https://doi.org/10.1136/bmj.k182")
@Reference(
    authors = "L. E. Cain, J. M. Robins, E. Lanoy, R. Logan, D. Costagliola, M. A. Hernán (2010)",
    title =
        "When to start treatment? A systematic approach to the comparison of dynamic regimes"
            + " using observational data",
    source = "International Journal of Biostatistics 6(2), 18",
    url = "https://doi.org/10.2202/1557-4679.1212")
@Reference(
    authors = "X. García-Albéniz, J. Hsu, M. A. Hernán (2017)",
    title =
        "The value of explicitly emulating a target trial when using real world evidence: an"
            + " application to colorectal cancer screening",
    source = "European Journal of Epidemiology 32(6), 495-500",
    url = "https://doi.org/10.1007/s10654-017-0287-2")
public record CloneCensorWeight(Trial trial, Deviation deviation) {

  /**
   * The clones, by person and arm.
   *
   * @throws IllegalArgumentException if the grace reaches beyond the histories
   */
  public TrialRows rows(MonthlyHistories histories) {
    if (trial.followFrom() > histories.months()) {
      throw new IllegalArgumentException("the trial reaches beyond the histories");
    }
    TrialRows.Builder rows = new TrialRows.Builder("enter as clones");
    for (int person = 0; person < histories.persons(); person++) {
      rows.candidate();
      String obstacle = Entry.obstacle(histories, person, trial.month());
      if (!obstacle.isEmpty()) {
        rows.lose(person, obstacle);
      } else {
        clones(histories, person, rows);
      }
    }
    return rows.deadline(trial.grace() - 1).rows();
  }

  private void clones(MonthlyHistories histories, int person, TrialRows.Builder rows) {
    int open = histories.open(person, trial.month());
    int start = histories.firstStart(person, trial.month(), trial.followFrom());
    boolean first = true;
    for (int arm = 0; open >>> arm != 0; arm++) {
      if ((open & 1 << arm) != 0) {
        rows.add(clone(histories, person, arm, start));
        if (!first) {
          rows.cloned();
        }
        first = false;
      }
    }
  }

  private TrialRow clone(MonthlyHistories histories, int person, int arm, int start) {
    boolean starts = start != MonthlyHistories.NEVER;
    boolean keeps = (starts ? histories.started(person, start) : MonthlyHistories.NONE) == arm;
    int decided = starts ? start + 1 : trial.followFrom();
    int deviates = decided - 1;
    if (keeps) {
      deviates =
          switch (deviation) {
            case FOLLOWED -> MonthlyHistories.NEVER;
            case CENSORED -> histories.firstOther(person, decided, trial.followTo(), arm);
          };
    }
    Ending ending = Ending.of(histories, person, trial.followTo(), deviates);
    int seen = ending.end() == TrialRow.End.DEVIATED ? ending.to() + 1 : ending.to();
    int mayDeviateTo =
        switch (deviation) {
          case FOLLOWED -> Math.min(decided, seen);
          case CENSORED -> seen;
        };
    return new TrialRow(
        person,
        trial.month(),
        arm,
        histories.open(person, trial.month()),
        trial.month(),
        ending.to(),
        ending.end(),
        decided,
        mayDeviateTo);
  }
}
