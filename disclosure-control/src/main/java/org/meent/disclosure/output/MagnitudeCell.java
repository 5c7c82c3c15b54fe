// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * A cell of a magnitude table: what its contributors add up to, and how much the largest ones carry
 * of it. Amounts are whole numbers of the table's scale.
 *
 * @param units unweighted number of contributing units
 * @param sum sum of the contributions
 * @param absoluteSum sum of their absolute values
 * @param largest largest absolute contribution; 0 without units
 * @param second second largest absolute contribution; 0 with fewer than two units
 */
public record MagnitudeCell(long units, long sum, long absoluteSum, long largest, long second)
    implements RowEvidence {

  /** A cell without contributors. */
  public static final MagnitudeCell EMPTY = new MagnitudeCell(0, 0, 0, 0, 0);

  /**
   * Checks that the numbers can belong together.
   *
   * @throws IllegalArgumentException if they cannot
   */
  public MagnitudeCell {
    boolean ordered = second >= 0 && largest >= second && units >= 0;
    boolean within = Math.addExact(largest, second) <= absoluteSum && absoluteSum >= Math.abs(sum);
    boolean counted =
        (units > 0 || absoluteSum == 0)
            && (units != 1 || (second == 0 && largest == absoluteSum && largest == Math.abs(sum)));
    if (!ordered || !within || !counted) {
      throw new IllegalArgumentException("contributors of a cell contradict its sum or units");
    }
  }

  /** This cell and one more contributor. */
  public MagnitudeCell with(long contribution) {
    long absolute = Math.absExact(contribution);
    return merge(new MagnitudeCell(1, contribution, absolute, absolute, 0));
  }

  /**
   * Both cells together, as in a margin. No unit may be in both.
   *
   * @throws ArithmeticException if a sum exceeds 64 bits
   */
  public MagnitudeCell merge(MagnitudeCell other) {
    long first = Math.max(largest, other.largest);
    long next = Math.max(Math.min(largest, other.largest), Math.max(second, other.second));
    return new MagnitudeCell(
        Math.addExact(units, other.units),
        Math.addExact(sum, other.sum),
        Math.addExact(absoluteSum, other.absoluteSum),
        first,
        next);
  }

  /** No figure. */
  @Override
  public String toString() {
    return "MagnitudeCell";
  }
}
