// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/**
 * One contributor who knows its own part of every cell it contributes to.
 *
 * @param cells the cells it contributes to
 * @param parts its own part of each, in the table's units; negative only in signed tables
 */
public record Insider(int[] cells, long[] parts) {

  /**
   * Copies the arrays.
   *
   * @throws IllegalArgumentException if lengths differ
   */
  public Insider {
    if (cells.length != parts.length) {
      throw new IllegalArgumentException("one part per cell");
    }
    cells = cells.clone();
    parts = parts.clone();
  }
}
