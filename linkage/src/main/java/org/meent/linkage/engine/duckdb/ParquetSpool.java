// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.ByteOutput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * A Parquet file being written. The engine takes rows into a table and writes the file at the end;
 * what does not fit in memory waits in a folder beside the target, which goes when this is closed.
 */
public final class ParquetSpool implements TableSink {
  private static final double MICROS = 1e6;
  private static final int VALUES_OF_A_GROUP = 4_000_000;

  private final Path file;
  private final Where where;
  private final List<Column> columns;
  private final String note;
  private final Path spillParent;
  private final SpillFolder spill;
  private final DuckDBConnection connection;
  private final DuckDBAppender appender;
  private long rows;

  /**
   * Begins a file.
   *
   * @param target the path to write
   * @param columns its columns
   * @param note a text that is left in the file under Meent's name
   * @throws RefusalException if the engine cannot be loaded here or the disk refuses
   */
  public ParquetSpool(Path target, List<Column> columns, String note) {
    this.where = Where.file(ByteInput.name(target));
    this.file = ParquetFile.absolute(target, where);
    this.columns = List.copyOf(columns);
    this.note = note;
    this.spillParent = file.resolveSibling(ByteInput.name(file) + ".rows");
    this.spill = SpillFolder.open(spillParent);
    try {
      this.connection = DuckDbProvider.locked(1, Optional.of(spill), Optional.of(file));
      run("CREATE TABLE spool (" + fields() + ")");
      this.appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "spool");
    } catch (SQLException e) {
      closeSpill();
      throw failed(e);
    } catch (LinkageError e) {
      closeSpill();
      throw ParquetFile.noLibrary(where);
    }
  }

  private String fields() {
    List<String> fields = new ArrayList<>();
    for (Column column : columns) {
      fields.add(SqlText.quoted(column.name()) + " " + ParquetType.written(column.type()));
    }
    return String.join(", ", fields);
  }

  @Override
  public void write(ColumnBatch batch) {
    try {
      for (int r = 0; r < batch.rows(); r++) {
        appender.beginRow();
        for (int c = 0; c < columns.size(); c++) {
          if (columns.get(c).type().isText()) {
            appender.append(batch.texts(c).text(r));
          } else {
            number(batch.numbers(c)[r], columns.get(c));
          }
        }
        appender.endRow();
        rows++;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void number(double value, Column column) throws SQLException {
    if (Double.isNaN(value)) {
      appender.appendNull();
      return;
    }
    switch (column.type()) {
      case TEXT -> throw new IllegalArgumentException(column.name() + " is text");
      case NUMBER, TIME -> appender.append(value);
      case DATE -> appender.appendEpochDays((int) whole(value, Integer.MAX_VALUE - 1.0, column));
      case DATETIME -> appender.appendEpochMicros(whole(value * MICROS, 9.2e18, column));
    }
  }

  private long whole(double value, double limit, Column column) {
    if (Math.abs(value) > limit) {
      throw Refusal.badInput("linkage.parquet.moment", where.atLine(rows + 1).in(column.name()))
          .asException();
    }
    return column.type() == org.meent.linkage.format.ValueType.DATE
        ? (long) Math.floor(value)
        : Math.round(value);
  }

  @Override
  public void finish() {
    int group = Math.clamp(VALUES_OF_A_GROUP / Math.max(1, columns.size()), 2048, 122_880);
    try {
      appender.close();
      run(
          "COPY spool TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d, KV_METADATA {%s: %s})"
              .formatted(
                  SqlText.literal(file.toString()),
                  group,
                  ParquetFile.NOTE,
                  SqlText.literal(note)));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private RefusalException failed(SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("Out of Memory")
        ? Refusal.environment("linkage.engine.memory", where).asException()
        : ByteOutput.unwritable(where, new IOException());
  }

  @Override
  public void close() {
    try (connection) {
      appender.close();
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      closeSpill();
    }
  }

  private void closeSpill() {
    spill.close();
    try {
      Files.deleteIfExists(spillParent);
    } catch (IOException e) {
      throw ByteOutput.unwritable(where, e);
    }
  }
}
