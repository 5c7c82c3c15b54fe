// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

/**
 * One emulated trial.
 *
 * @param month month in which eligibility is tested, on its first day
 * @param grace months, from that one on, within which an arm must start to count
 * @param followUp months of follow-up after the grace
 */
public record Trial(int month, int grace, int followUp) {
  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException if a length is not positive
   */
  public Trial {
    if (grace < 1 || followUp < 1) {
      throw new IllegalArgumentException("grace and follow-up have at least one month");
    }
  }

  /** First month of follow-up: the one after the grace. */
  public int followFrom() {
    return month + grace;
  }

  /** First month after follow-up. */
  public int followTo() {
    return month + grace + followUp;
  }
}
