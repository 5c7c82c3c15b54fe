// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One coefficient of a regression.
 *
 * @param name its name
 * @param column what its column of the design holds
 * @param category code by variable of the units that a dummy stands for (two variables for an
 *     interaction of two dummies); empty for a number or the intercept
 * @param estimate the coefficient
 * @param standardError its standard error
 * @param units unweighted units whose value in this column is not zero
 */
public record Term(
    String name,
    Column column,
    SortedMap<String, String> category,
    double estimate,
    double standardError,
    long units) {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if a figure is not finite, a number is negative, or a category
   *     stands where there is none
   */
  public Term {
    category = Groups.copy(category);
    boolean finite = Double.isFinite(estimate) && Double.isFinite(standardError);
    boolean dummy = column == Column.CATEGORY;
    if (!finite || standardError < 0 || units < 0 || dummy == category.isEmpty()) {
      throw new IllegalArgumentException("a coefficient is not finite, or its units are negative");
    }
  }

  /** The constant; all units stand behind it. */
  public static Term intercept(double estimate, double standardError, long units) {
    return new Term("intercept", Column.INTERCEPT, new TreeMap<>(), estimate, standardError, units);
  }

  /** A number, of which this many units have another value than zero. */
  public static Term number(String name, double estimate, double standardError, long units) {
    return new Term(name, Column.NUMBER, new TreeMap<>(), estimate, standardError, units);
  }

  /** A dummy for the units of a category. */
  public static Term category(
      String name,
      SortedMap<String, String> category,
      double estimate,
      double standardError,
      long units) {
    return new Term(name, Column.CATEGORY, category, estimate, standardError, units);
  }

  /** What a column of the design holds. */
  public enum Column {
    /** One everywhere. */
    INTERCEPT,
    /** A number. */
    NUMBER,
    /** One for the units of a category, zero for the others. */
    CATEGORY
  }

  /** The name; never a figure. */
  @Override
  public String toString() {
    return "Term[" + name + "]";
  }
}
