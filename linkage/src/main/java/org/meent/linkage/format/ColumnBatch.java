// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of rows, held by column. Numbers, dates and times are {@code double[]} (units: {@link
 * ValueType}, missing: {@link Missing}), texts a {@link TextColumn}. A reader fills the same batch
 * again: what must stay is copied before the next batch is asked for.
 */
public final class ColumnBatch {
  private final List<Column> columns;
  private final double[] @Nullable [] numbers;
  private final @Nullable TextColumn[] texts;
  private final int capacity;
  private int rows;

  /**
   * An empty batch.
   *
   * @param columns its columns
   * @param capacity the greatest number of rows
   */
  public ColumnBatch(List<Column> columns, int capacity) {
    this.columns = List.copyOf(columns);
    this.capacity = capacity;
    this.numbers = new double[columns.size()][];
    this.texts = new TextColumn[columns.size()];
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).type().isText()) {
        texts[c] = new TextColumn();
      } else {
        numbers[c] = new double[capacity];
      }
    }
  }

  /** The columns, in order. */
  public List<Column> columns() {
    return columns;
  }

  /** The greatest number of rows. */
  public int capacity() {
    return capacity;
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** Says how many rows the columns hold now. */
  public void rows(int filled) {
    rows = filled;
  }

  /**
   * The numbers of a column; the first {@link #rows} count.
   *
   * @throws IllegalArgumentException if it is a column of text
   */
  public double[] numbers(int column) {
    double[] found = numbers[column];
    if (found == null) {
      throw new IllegalArgumentException(columns.get(column).name() + " is a column of text");
    }
    return found;
  }

  /**
   * The texts of a column.
   *
   * @throws IllegalArgumentException if it is not a column of text
   */
  public TextColumn texts(int column) {
    TextColumn found = texts[column];
    if (found == null) {
      throw new IllegalArgumentException(columns.get(column).name() + " is not a column of text");
    }
    return found;
  }

  /** Forgets all rows. */
  public void clear() {
    rows = 0;
    for (TextColumn text : texts) {
      if (text != null) {
        text.clear();
      }
    }
  }
}
