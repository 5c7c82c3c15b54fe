// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.SortedMap;

/**
 * One value that says where units of a group lie.
 *
 * @param group code by variable that all units share; empty for everybody
 * @param point which point it is
 * @param share share of units up to a quantile, such as 0.5 for the median; 0 for other points
 * @param value the value as it would leave, in the unit of the measure
 * @param evidence where the units lie about it
 */
public record Position(
    SortedMap<String, String> group,
    Point point,
    double share,
    double value,
    PositionEvidence evidence) {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if the value is not finite, a quantile's share is not between
   *     0 and 1, or the evidence contradicts the point
   */
  public Position {
    group = Groups.copy(group);
    boolean quantile = point == Point.QUANTILE;
    if (!Double.isFinite(value) || (quantile ? !(share > 0 && share < 1) : share != 0)) {
      throw new IllegalArgumentException("a position needs a finite value and a share within 0-1");
    }
    boolean beyond =
        (point == Point.MINIMUM && evidence.below() > 0)
            || (point == Point.MAXIMUM && evidence.above() > 0);
    if (beyond || (!quantile && evidence.at() == 0)) {
      throw new IllegalArgumentException("units about a value contradict what point it is");
    }
  }

  /** A quantile. */
  public static Position quantile(
      SortedMap<String, String> group, double share, double value, PositionEvidence evidence) {
    return new Position(group, Point.QUANTILE, share, value, evidence);
  }

  /** An end point, whisker or mode. */
  public static Position of(
      SortedMap<String, String> group, Point point, double value, PositionEvidence evidence) {
    return new Position(group, point, 0, value, evidence);
  }

  /** Which point of a distribution. */
  public enum Point {
    /** The smallest value of all. */
    MINIMUM(Statbarn.ENDPOINTS),
    /** The smallest value that a box plot does not draw apart. */
    LOWER_WHISKER(Statbarn.ENDPOINTS),
    /** The value that a share of the units does not exceed. */
    QUANTILE(Statbarn.POSITION),
    /** The value of most units. */
    MODE(Statbarn.MODE),
    /** The largest value that a box plot does not draw apart. */
    UPPER_WHISKER(Statbarn.ENDPOINTS),
    /** The largest value of all. */
    MAXIMUM(Statbarn.ENDPOINTS);

    private final Statbarn statbarn;

    Point(Statbarn statbarn) {
      this.statbarn = statbarn;
    }

    /** Its family in the typology. */
    public Statbarn statbarn() {
      return statbarn;
    }
  }

  /** What it is; never a figure. */
  @Override
  public String toString() {
    return "Position[" + point + ", " + group.keySet() + "]";
  }
}
