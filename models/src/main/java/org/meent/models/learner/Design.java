// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;
import java.util.List;

/**
 * Covariates by column; {@code NaN} is missing. The arrays are not copied: callers leave them be.
 */
public final class Design {
  private final double[][] columns;
  private final int rows;
  private final List<CategoryColumns> categories;

  /**
   * Wraps columns of equal length, none of which stands for a category.
   *
   * @throws IllegalArgumentException if a column has another length
   */
  public Design(double[][] columns, int rows) {
    this(columns, rows, List.of());
  }

  /**
   * Wraps columns of equal length.
   *
   * @param categories which of them stand for one variable together, ascending
   * @throws IllegalArgumentException if a column has another length
   */
  public Design(double[][] columns, int rows, List<CategoryColumns> categories) {
    if (Arrays.stream(columns).anyMatch(column -> column.length != rows)) {
      throw new IllegalArgumentException("columns of different lengths");
    }
    this.columns = columns.clone();
    this.rows = rows;
    this.categories = List.copyOf(categories);
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int width() {
    return columns.length;
  }

  /** Which columns stand for one variable of categories together, ascending. */
  public List<CategoryColumns> categories() {
    return categories;
  }

  /** The value of a row in a column. */
  public double at(int row, int column) {
    return columns[column][row];
  }

  /** Some rows, in the order asked. */
  public Design select(int[] kept) {
    double[][] picked = new double[columns.length][];
    for (int j = 0; j < picked.length; j++) {
      picked[j] = pick(columns[j], kept);
    }
    return new Design(picked, kept.length, categories);
  }

  /** These rows and then those of another design with the same columns. */
  public Design append(Design more) {
    double[][] both = new double[columns.length][];
    for (int j = 0; j < both.length; j++) {
      both[j] = Arrays.copyOf(columns[j], rows + more.rows);
      System.arraycopy(more.columns[j], 0, both[j], rows, more.rows);
    }
    return new Design(both, rows + more.rows, categories);
  }

  /** One column; not to be changed. */
  double[] column(int j) {
    return columns[j];
  }

  /** The values at some rows, in the order asked. */
  public static double[] pick(double[] values, int[] rows) {
    double[] picked = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = values[rows[i]];
    }
    return picked;
  }
}
