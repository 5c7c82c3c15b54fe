// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/**
 * A table that an attacker cannot tell from the true one: the true values plus {@code moves /
 * denominator} in the named cells, all of which are suppressed. It satisfies every equation and
 * every bound.
 *
 * @param cells the cells that differ from the true table, ascending
 * @param moves numerators of the differences
 * @param denominator common denominator, positive; 1 in tables of counts
 */
public record Witness(int[] cells, long[] moves, long denominator) {

  /** Copies the arrays. */
  public Witness {
    cells = cells.clone();
    moves = moves.clone();
  }
}
