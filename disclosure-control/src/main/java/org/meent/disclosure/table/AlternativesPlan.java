// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.Optional;
import org.meent.disclosure.perturb.NoiseDesign;

/**
 * Which other ways of protecting a table to try.
 *
 * @param base base of rounding, from 2
 * @param smallBase base of small-count rounding, from 2
 * @param seed of random rounding; who knows it can undo the draws
 * @param cellKey cell-key noise, if the records have keys
 */
public record AlternativesPlan(int base, int smallBase, long seed, Optional<CellKeys> cellKey) {

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if a base is below 2
   */
  public AlternativesPlan {
    if (base < 2 || smallBase < 2) {
      throw new IllegalArgumentException("a base from 2");
    }
  }

  /**
   * Cell-key noise.
   *
   * @param column the column with the records' keys: numbers above 0 up to 1, at most 8 decimals,
   *     drawn once for ever
   * @param noise what the noise is like
   * @param delta for amounts: noise in units of the largest contribution
   */
  public record CellKeys(String column, NoiseDesign noise, double delta) {}
}
