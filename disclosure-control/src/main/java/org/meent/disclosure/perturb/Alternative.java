// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

/**
 * A table with changed values, and what somebody who knows the method knows of each true value.
 *
 * @param method name of the method
 * @param values the values to be published, in the table's units
 * @param least the least true value that each published value allows
 * @param most the largest true value that each published value allows
 */
public record Alternative(Method method, long[] values, long[] least, long[] most) {

  /** Copies the arrays. */
  public Alternative {
    values = values.clone();
    least = least.clone();
    most = most.clone();
  }

  /** How values were changed. */
  public enum Method {
    /** Each cell to the nearest multiple of a base. */
    CONVENTIONAL_ROUNDING,
    /** Each cell to one of the two adjacent multiples, at random and without bias. */
    RANDOM_ROUNDING,
    /** Inner cells to adjacent multiples so that all totals are sums and stay close. */
    CONTROLLED_ROUNDING,
    /** The same for small inner counts only. */
    SMALL_COUNT_ROUNDING,
    /** Noise looked up by cell key. */
    CELL_KEY
  }
}
