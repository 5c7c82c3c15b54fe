// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Starts so shortly before a job that the job may have been the reason of the start, and not the
 * other way round.
 *
 * @param share share of the treated who start within the days named
 * @param days the days
 */
public record Anticipation(double share, int days) {

  /**
   * Counts among the treated.
   *
   * @param starts day on which each treated row starts
   * @param jobs first day of the first job from then on; empty if there is none
   */
  public static Anticipation of(List<LocalDate> starts, List<Optional<LocalDate>> jobs, int days) {
    long soon = 0;
    for (int i = 0; i < starts.size(); i++) {
      LocalDate start = starts.get(i);
      soon +=
          jobs.get(i)
                  .map(job -> ChronoUnit.DAYS.between(start, job))
                  .filter(between -> between >= 0 && between <= days)
                  .isPresent()
              ? 1
              : 0;
    }
    return new Anticipation((double) soon / Math.max(1, starts.size()), days);
  }

  /** The gate. */
  public GateResult gate(Criteria criteria) {
    return GateResult.atMost(
        "anticipation",
        Criterion.ANTICIPATION_SHARE.id(),
        share,
        criteria.of(Criterion.ANTICIPATION_SHARE));
  }
}
