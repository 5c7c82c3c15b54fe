// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.SortedMap;

/**
 * One coefficient of a regression.
 *
 * @param name its name
 * @param category code by variable of the units that a dummy stands for (two variables for an
 *     interaction of two dummies); empty for a number or the intercept
 * @param estimate the coefficient
 * @param standardError its standard error
 * @param units unweighted units whose value in this column is not zero
 */
public record Term(
    String name,
    SortedMap<String, String> category,
    double estimate,
    double standardError,
    long units) {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if a figure is not finite or a number is negative
   */
  public Term {
    category = Groups.copy(category);
    boolean finite = Double.isFinite(estimate) && Double.isFinite(standardError);
    if (!finite || standardError < 0 || units < 0) {
      throw new IllegalArgumentException("a coefficient is not finite, or its units are negative");
    }
  }

  /** The name; never a figure. */
  @Override
  public String toString() {
    return "Term[" + name + "]";
  }
}
