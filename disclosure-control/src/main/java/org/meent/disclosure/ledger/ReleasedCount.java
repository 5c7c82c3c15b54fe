// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A count that was published: how many units of a population have certain codes. As a linear form
 * it is the sum of one over those units.
 *
 * @param codes code by variable; empty for the whole population
 * @param value the count
 */
public record ReleasedCount(SortedMap<String, String> codes, long value) {

  /**
   * Copies the codes.
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public ReleasedCount {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    if (value < 0) {
      throw new IllegalArgumentException("a count is negative");
    }
  }

  /** The codes; never the number. */
  @Override
  public String toString() {
    return "ReleasedCount" + codes;
  }
}
