// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import org.meent.protocols.literature.Reference;

/**
 * The effects that the instrument cannot reject at the 5 % level. Valid however weak the instrument
 * is; with a weak one the set is not an interval, and says so.
 *
 * @param shape what the set looks like
 * @param lower lower end; of the gap, where the set lies outside it
 * @param upper upper end; of the gap, where the set lies outside it
 */
public record AndersonRubin(Shape shape, double lower, double upper) {

  /** What the set of effects looks like. */
  public enum Shape {
    /** Everything between the ends. */
    INTERVAL,
    /** Everything outside the ends: the instrument is weak. */
    OUTSIDE,
    /** Every effect: the instrument says nothing. */
    EVERYTHING;

    /** The words in results. */
    public String label() {
      return switch (this) {
        case INTERVAL -> "between the ends";
        case OUTSIDE -> "outside the ends";
        case EVERYTHING -> "every effect";
      };
    }
  }

  /** Whether an effect is in the set. */
  public boolean holds(double effect) {
    return switch (shape) {
      case INTERVAL -> effect >= lower && effect <= upper;
      case OUTSIDE -> effect <= lower || effect >= upper;
      case EVERYTHING -> true;
    };
  }

  /**
   * Solves {@code (a - bβ)² ≤ q (v0 - 2 v1 β + v2 β²)}: the moment {@code Σ z(y - βw)} against its
   * variance under the effect that is asked about.
   */
  @Reference(
      authors = "T. W. Anderson, H. Rubin (1949)",
      title = "Estimation of the parameters of a single equation in a complete system",
      source = "Annals of Mathematical Statistics 20, 46-63",
      url = "https://doi.org/10.1214/aoms/1177730090")
  static AndersonRubin solve(double a, double b, double v0, double v1, double v2, double q) {
    double square = b * b - q * v2;
    double half = q * v1 - a * b;
    double constant = a * a - q * v0;
    double root = half * half - square * constant;
    if (!(root > 0)) {
      // The estimate itself is never rejected, so the parabola cannot lie above zero.
      return new AndersonRubin(
          Shape.EVERYTHING, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double width = StrictMath.sqrt(root);
    double first = (-half - width) / square;
    double second = (-half + width) / square;
    return new AndersonRubin(
        square > 0 ? Shape.INTERVAL : Shape.OUTSIDE,
        Math.min(first, second),
        Math.max(first, second));
  }
}
