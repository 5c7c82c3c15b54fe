// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * Where the units lie about a value that would leave, counted against the value <em>as it would
 * leave</em>: a unit is at a rounded value if its own value rounds to it.
 *
 * @param below unweighted units whose value is lower
 * @param at unweighted units whose value it is; 0 for a value between two units
 * @param above unweighted units whose value is higher
 */
public record PositionEvidence(long below, long at, long above) implements RowEvidence {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public PositionEvidence {
    if (below < 0 || at < 0 || above < 0) {
      throw new IllegalArgumentException("a number of units about a value is negative");
    }
  }

  /**
   * Counts units about a value.
   *
   * @param values value of each unit
   * @param value what would leave
   * @param half half the width of what rounds to it; 0 for a value that is not rounded
   */
  public static PositionEvidence measured(double[] values, double value, double half) {
    long below = 0;
    long at = 0;
    for (double one : values) {
      boolean near = one == value || (one >= value - half && one < value + half);
      at += near ? 1 : 0;
      below += !near && one < value ? 1 : 0;
    }
    return new PositionEvidence(below, at, values.length - at - below);
  }

  /** All units of the group. */
  public long units() {
    return below + at + above;
  }

  /** No figure. */
  @Override
  public String toString() {
    return "PositionEvidence";
  }
}
