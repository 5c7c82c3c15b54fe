// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import org.meent.disclosure.output.Evidence.Sign;

/**
 * The mean of a measure over the units of a bin or segment, with its contributors. What leaves is
 * the mean; whoever has it and the number of units has the sum.
 *
 * @param measure name of the measure in the protocol, the same in every output
 * @param label name for people, with the unit of measurement
 * @param values what its values can be
 * @param scale digits after the decimal mark: amount = whole number / 10^scale; 0 where values are
 *     zero or one
 * @param cell sum, units and largest contributors
 */
public record GroupMean(
    String measure, String label, Values values, int scale, MagnitudeCell cell) {

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if the measure has no name, the scale is negative, or the sum
   *     cannot be one of such values
   */
  public GroupMean {
    if (measure.isEmpty() || scale < 0) {
      throw new IllegalArgumentException("a mean needs a measure and a scale from 0");
    }
    boolean negative = cell.sum() != cell.absoluteSum();
    boolean counts =
        scale == 0 && cell.largest() <= 1 && cell.sum() >= 0 && cell.sum() <= cell.units();
    if ((negative && values != Values.AMOUNTS) || (values == Values.ZERO_ONE && !counts)) {
      throw new IllegalArgumentException("contributors of a mean are not of the declared values");
    }
  }

  /** The share of units that have something. */
  public static GroupMean share(String measure, String label, long units, long having) {
    long one = having > 0 ? 1 : 0;
    long second = having > 1 ? 1 : 0;
    return new GroupMean(
        measure, label, Values.ZERO_ONE, 0, new MagnitudeCell(units, having, having, one, second));
  }

  /** What everybody knows about the sign of the measure. */
  public Sign sign() {
    return values == Values.AMOUNTS ? Sign.ANY : Sign.NON_NEGATIVE;
  }

  /** What the values of a measure can be. */
  public enum Values {
    /** Each unit has it or not: the mean is a share, and the sum a count of units. */
    ZERO_ONE,
    /** Amounts that are never negative. */
    NON_NEGATIVE_AMOUNTS,
    /** Amounts of either sign. */
    AMOUNTS
  }

  /** What it is the mean of; never a figure. */
  @Override
  public String toString() {
    return "GroupMean[" + measure + "]";
  }
}
