// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

/**
 * Support that was started.
 *
 * @param instrument its kind
 * @param start its first month
 * @param end the first month after it, as planned or cut off
 * @param monthsInBenefit how long the benefit had lasted at the start
 * @param repeat how often the person had the same kind before
 */
public record Provision(
    Instrument instrument, int start, int end, int monthsInBenefit, int repeat) {

  /** Whether it runs in a month. */
  public boolean runs(int month) {
    return start <= month && month < end;
  }

  /** The same, ended no later than a month. */
  Provision endedBy(int month) {
    return end <= month
        ? this
        : new Provision(instrument, start, Math.max(start + 1, month), monthsInBenefit, repeat);
  }
}
