// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects rows for the plain engine. */
final class PlainWriter implements TableWriter {
  private final RowCheck check;
  private final int width;
  private final Consumer<List<@Nullable Object[]>> done;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private @Nullable Object[] row;
  private int next;
  private boolean open = true;

  PlainWriter(Schema schema, Consumer<List<@Nullable Object[]>> done) {
    this.check = new RowCheck(schema);
    this.width = schema.fields().size();
    this.done = done;
    this.row = new @Nullable Object[width];
  }

  @Override
  public void text(String value) {
    check.value(true);
    row[next++] = new Value.Text(value).text();
  }

  @Override
  public void number(long value) {
    check.value(false);
    row[next++] = value;
  }

  @Override
  public void missing() {
    check.missing();
    next++;
  }

  @Override
  public void endRow() {
    check.end();
    rows.add(row);
    row = new @Nullable Object[width];
    next = 0;
  }

  @Override
  public void discard() {
    open = false;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      done.accept(rows);
    }
  }
}
