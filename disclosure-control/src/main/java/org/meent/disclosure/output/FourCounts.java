// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * The four counts behind a ratio of two groups.
 *
 * @param groupCases unweighted units of the group with the outcome
 * @param groupOthers unweighted units of the group without it
 * @param referenceCases unweighted units of the group compared with, with the outcome
 * @param referenceOthers the same without it
 */
public record FourCounts(
    long groupCases, long groupOthers, long referenceCases, long referenceOthers)
    implements RowEvidence {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public FourCounts {
    if (Math.min(Math.min(groupCases, groupOthers), Math.min(referenceCases, referenceOthers))
        < 0) {
      throw new IllegalArgumentException("a count behind a ratio is negative");
    }
  }

  /** All units. */
  public long units() {
    return group() + reference();
  }

  /** Units of the group. */
  public long group() {
    return groupCases + groupOthers;
  }

  /** Units of the group compared with. */
  public long reference() {
    return referenceCases + referenceOthers;
  }

  /** No figure. */
  @Override
  public String toString() {
    return "FourCounts";
  }
}
