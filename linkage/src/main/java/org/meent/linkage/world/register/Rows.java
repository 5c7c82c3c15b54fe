// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;

/** Rows of one file in the making: cell by cell in the order of the columns, then {@link #end}. */
public final class Rows {
  private static final int BATCH = 2048;

  private final List<Column> columns;
  private final List<ColumnBatch> batches = new ArrayList<>();
  private ColumnBatch batch;
  private int column;

  /** No rows yet. */
  public Rows(List<Column> columns) {
    this.columns = columns;
    this.batch = new ColumnBatch(columns, BATCH);
    batches.add(batch);
  }

  /** The next cell, a text. */
  public Rows text(String value) {
    batch.texts(column++).append(value);
    return this;
  }

  /** The next cell, a number, or a date as days since 1970-01-01; NaN is missing. */
  public Rows number(double value) {
    batch.numbers(column++)[batch.rows()] = value;
    return this;
  }

  /** The next two cells, a key of a person. */
  public Rows key(Key key) {
    return text(key.set()).text(key.number());
  }

  /** Ends a row. */
  public void end() {
    if (column != columns.size()) {
      throw new IllegalStateException("a row of " + column + " cells, not " + columns.size());
    }
    column = 0;
    batch.rows(batch.rows() + 1);
    if (batch.rows() == BATCH) {
      batch = new ColumnBatch(columns, BATCH);
      batches.add(batch);
    }
  }

  /** All rows, in the order in which they were made. */
  public List<ColumnBatch> batches() {
    return List.copyOf(batches);
  }

  /** How many rows there are. */
  public long count() {
    return (batches.size() - 1L) * BATCH + batch.rows();
  }
}
