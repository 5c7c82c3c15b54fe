// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import org.meent.protocols.literature.Reference;

/** Finds the fractions that rounded numbers stand for. */
@Reference(
    authors = "G. H. Hardy, E. M. Wright (1938)",
    title = "An Introduction to the Theory of Numbers",
    source = "Oxford, chapter 10 (continued fractions)")
final class CommonDenominator {
  private static final double NEAR = 1e-5;
  private static final int LARGEST = 5_000;
  private static final double MOST = 1e9;

  private CommonDenominator() {}

  /**
   * A factor that makes all numbers whole: the unit times the least common denominator found; 0 if
   * there is none that is small.
   */
  static double of(double[] numbers, double unit) {
    double factor = unit;
    for (double number : numbers) {
      long denominator = denominator(number * factor);
      factor *= denominator;
      if (denominator == 0 || factor > unit * MOST || Math.abs(number * factor) > 0x1p50) {
        return 0;
      }
    }
    return factor;
  }

  /** Denominator of the first convergent that is near enough; 0 if none. */
  private static long denominator(double number) {
    double rest = Math.abs(number);
    double near = Math.max(NEAR, rest * 1e-11);
    long before = 0;
    long now = 1;
    for (int term = 0; term < 20 && now <= LARGEST; term++) {
      double scaled = Math.abs(number) * now;
      if (Math.abs(scaled - Math.rint(scaled)) <= near) {
        return now;
      }
      rest = 1 / (rest - Math.floor(rest));
      long next = (long) Math.floor(rest) * now + before;
      before = now;
      now = next;
    }
    return 0;
  }
}
