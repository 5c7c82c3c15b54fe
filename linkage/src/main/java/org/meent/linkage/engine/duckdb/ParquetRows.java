// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Missing;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Rows of a Parquet file, some columns of them, chunk by chunk as the engine hands them out. */
final class ParquetRows implements BatchReader {
  /** The engine's chunks are never larger. */
  private static final int CHUNK = 2048;

  private final DuckDBConnection connection;
  private final DuckDBPreparedStatement statement;
  private final DuckDBChunkedResult result;
  private final Where where;
  private final ColumnBatch batch;
  private long done;

  ParquetRows(
      DuckDBConnection connection, Path file, List<ParquetFile.Stored> stored, List<Column> wanted)
      throws SQLException {
    this.connection = connection;
    this.where = Where.file(ByteInput.name(file));
    this.batch = new ColumnBatch(wanted, CHUNK);
    List<String> expressions = new ArrayList<>(List.of("1"));
    for (ParquetFile.Stored column : stored) {
      ParquetType type = ParquetType.of(column.type()).orElseThrow();
      expressions.add(type.expression(column.name()));
    }
    String sql = "SELECT " + String.join(", ", expressions) + " FROM " + ParquetFile.scan(file);
    try {
      this.statement = connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
      this.result = statement.query();
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public @Nullable ColumnBatch next() {
    batch.clear();
    if (!result.nextChunk()) {
      return null;
    }
    int rows = (int) result.chunk().rowCount();
    for (int c = 0; c < batch.columns().size(); c++) {
      DuckDBReadableVector values = result.chunk().vector(c + 1L);
      if (batch.columns().get(c).type().isText()) {
        TextColumn texts = batch.texts(c);
        for (int r = 0; r < rows; r++) {
          texts.append(values.isNull(r) ? "" : values.getString(r));
        }
      } else {
        numbers(values, rows, c);
      }
    }
    batch.rows(rows);
    done += rows;
    return rows == 0 ? next() : batch;
  }

  private void numbers(DuckDBReadableVector values, int rows, int column) {
    double[] numbers = batch.numbers(column);
    for (int r = 0; r < rows; r++) {
      double value = values.getDouble(r, Missing.SYSTEM);
      if (Double.isInfinite(value)) {
        throw Refusal.badInput(
                "linkage.parquet.number",
                where.atLine(done + r + 1).in(batch.columns().get(column).name()))
            .asException();
      }
      numbers[r] = Double.isNaN(value) ? Missing.SYSTEM : value;
    }
  }

  @Override
  public void close() {
    try {
      result.close();
      statement.close();
      connection.close();
    } catch (SQLException e) {
      throw ParquetFile.damaged(where, e);
    }
  }
}
