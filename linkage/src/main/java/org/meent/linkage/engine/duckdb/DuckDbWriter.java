// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.meent.linkage.engine.RowCheck;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.TableWriter;
import org.meent.linkage.engine.Value;

/** Hands rows to the engine's appender. */
final class DuckDbWriter implements TableWriter {
  private final DuckDBAppender appender;
  private final RowCheck check;
  private final Runnable done;
  private final Runnable thrownAway;
  private boolean open = true;
  private boolean inRow;

  DuckDbWriter(DuckDBAppender appender, Schema schema, Runnable done, Runnable thrownAway) {
    this.appender = appender;
    this.check = new RowCheck(schema);
    this.done = done;
    this.thrownAway = thrownAway;
  }

  @Override
  public void text(String value) {
    check.value(true);
    String checked = new Value.Text(value).text();
    attempt(() -> begun().append(checked));
  }

  @Override
  public void number(long value) {
    check.value(false);
    attempt(() -> begun().append(value));
  }

  @Override
  public void missing() {
    check.missing();
    attempt(() -> begun().appendNull());
  }

  @Override
  public void endRow() {
    check.end();
    attempt(appender::endRow);
    inRow = false;
  }

  @Override
  public void discard() {
    if (open) {
      open = false;
      try {
        appender.close();
      } catch (SQLException e) {
        // A row may be half-written; the table goes anyway.
      }
      thrownAway.run();
    }
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      attempt(appender::close);
      done.run();
    }
  }

  private DuckDBAppender begun() throws SQLException {
    if (!inRow) {
      appender.beginRow();
      inRow = true;
    }
    return appender;
  }

  /** A step of the appender. */
  private interface Step {
    void run() throws SQLException;
  }

  private static void attempt(Step step) {
    try {
      step.run();
    } catch (SQLException e) {
      throw Failure.of(e);
    }
  }
}
