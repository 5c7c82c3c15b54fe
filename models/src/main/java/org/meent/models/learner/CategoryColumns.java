// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

/**
 * Neighbouring columns that stand for one variable of categories: an indicator of each category but
 * the first, all zero for the first, all {@code NaN} where it is missing. Linear learners see the
 * columns; trees see one column whose codes they divide as they like.
 *
 * @param first the first of the columns
 * @param count number of columns, at least two and at most {@link #MOST}
 */
public record CategoryColumns(int first, int count) {
  /** The most indicators that fit the codes of a tree beside missing and the first category. */
  public static final int MOST = Bins.CODES - 2;

  /**
   * Checks the count.
   *
   * @throws IllegalArgumentException if trees cannot hold so many
   */
  public CategoryColumns {
    if (count < 2 || count > MOST) {
      throw new IllegalArgumentException("from 2 to " + MOST + " indicators, not " + count);
    }
  }
}
