// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.List;

/**
 * Which cells are left out, and the certificate that this protects every primary cell.
 *
 * @param standard the standard that was reached
 * @param primaries the primary cells, ascending
 * @param secondaries the cells suppressed beside them, ascending
 * @param certificate one proof per primary, ascending by cell; stays inside
 */
public record SuppressionPattern(
    Standard standard, int[] primaries, int[] secondaries, List<Proof> certificate) {

  /** Copies the arrays. */
  public SuppressionPattern {
    primaries = primaries.clone();
    secondaries = secondaries.clone();
    certificate = List.copyOf(certificate);
  }

  /** True for each cell that is left out, whatever the reason. */
  public boolean[] suppressed(int cells) {
    boolean[] out = new boolean[cells];
    for (int cell : primaries) {
      out[cell] = true;
    }
    for (int cell : secondaries) {
      out[cell] = true;
    }
    return out;
  }
}
