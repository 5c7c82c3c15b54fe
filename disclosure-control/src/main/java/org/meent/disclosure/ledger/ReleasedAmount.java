// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sum, a mean or an estimate that was published: which, not how much, for what follows from it
 * does not depend on its value. As a linear form it is a weighted sum over the units with certain
 * codes: a mean times its number of units is a sum, and an effect an average of differences.
 *
 * @param measure what was added up, averaged or estimated; the same name, the same form
 * @param codes code by variable; empty for the whole population
 * @param units unweighted number of units behind it; empty if not known
 */
public record ReleasedAmount(String measure, SortedMap<String, String> codes, OptionalLong units) {

  /**
   * Copies the codes.
   *
   * @throws IllegalArgumentException if there is no measure or the number of units is negative
   */
  public ReleasedAmount {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    if (measure.isBlank() || units.orElse(0) < 0) {
      throw new IllegalArgumentException("no measure, or a negative number of units");
    }
  }

  /** The measure and the codes; never the number. */
  @Override
  public String toString() {
    return "ReleasedAmount[" + measure + codes + "]";
  }
}
