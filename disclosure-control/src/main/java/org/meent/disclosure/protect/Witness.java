// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table that an attacker cannot tell from the true one: the true values plus {@code moves /
 * denominator} in the named cells, all of which are suppressed. It satisfies every equation and
 * every bound. Two witnesses with the same changes are equal.
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Witness witness
        && denominator == witness.denominator
        && Arrays.equals(cells, witness.cells)
        && Arrays.equals(moves, witness.moves);
  }

  @Override
  public int hashCode() {
    return (Arrays.hashCode(cells) * 31 + Arrays.hashCode(moves)) * 31 + Long.hashCode(denominator);
  }
}
