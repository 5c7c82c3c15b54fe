// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.quality;

/**
 * A number with its 95 % interval.
 *
 * @param value the estimate
 * @param lower lower end
 * @param upper upper end
 */
public record Estimate(double value, double lower, double upper) {

  /** A share with its interval, all kept within [0, 1]. */
  public static Estimate share(double value, double halfWidthDown, double halfWidthUp) {
    return new Estimate(within(value), within(value - halfWidthDown), within(value + halfWidthUp));
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }
}
