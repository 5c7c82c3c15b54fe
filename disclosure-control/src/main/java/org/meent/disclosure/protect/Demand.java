// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/**
 * What one primary cell needs. At {@link Standard#INTERVAL} some possible table has at least {@code
 * value + upper} in the cell and some table at most {@code value - lower}. With both levels zero,
 * and always at {@link Standard#EXACT}, one possible table with another value is enough.
 *
 * @param cell the primary cell
 * @param lower lower protection level, in the table's units, not negative
 * @param upper upper protection level, in the table's units, not negative
 */
public record Demand(int cell, long lower, long upper) {

  /**
   * Checks the levels.
   *
   * @throws IllegalArgumentException if a level is negative or out of range
   */
  public Demand {
    if (lower < 0 || upper < 0 || lower > LinearTable.LARGEST || upper > LinearTable.LARGEST) {
      throw new IllegalArgumentException("protection levels must be from 0 to 2^50");
    }
  }

  /** A cell that must not be computable exactly; no interval around it. */
  public static Demand exact(int cell) {
    return new Demand(cell, 0, 0);
  }
}
