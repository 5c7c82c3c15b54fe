// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import org.meent.protocols.literature.Reference;

/**
 * Everybody is followed from one month on, and the arm is what was started in the months before it:
 * one trial whose grace ends at the landmark. Eligibility is tested on the first day of the window
 * in which arms start, and covariates must be measured before that day.
 *
 * @param month the landmark: first month of follow-up
 * @param window months before the landmark in which an arm must have started to count
 * @param followUp months of follow-up
 */
@Reference(
    authors = "J. R. Anderson, K. C. Cain, R. D. Gelber (1983)",
    title = "Analysis of survival by tumor response",
    source = "Journal of Clinical Oncology 1(11), 710-719",
    url = "https://doi.org/10.1200/JCO.1983.1.11.710")
public record Landmark(int month, int window, int followUp) {
  /**
   * Checks the months.
   *
   * @throws IllegalArgumentException if the window is empty or begins before month 0
   */
  public Landmark {
    if (window < 1 || window > month || followUp < 1) {
      throw new IllegalArgumentException("the window must lie between month 0 and the landmark");
    }
  }

  /** The rows: one for each person who is still there at the landmark. */
  public TrialRows rows(MonthlyHistories histories, Deviation deviation) {
    return SequentialTrials.withDefaults()
        .withTrials(month - window, month - window)
        .withGrace(window)
        .withFollowUp(followUp)
        .with(deviation)
        .rows(histories);
  }
}
