// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * What a Parquet file says about itself. The engine may open this one file and no other.
 *
 * @param file the file
 * @param columns its columns, in order
 * @param rows how many rows it declares
 * @param note the text that a writer left in it under Meent's name, if any
 */
public record ParquetFile(Path file, List<Stored> columns, long rows, Optional<String> note) {
  /** The name under which Meent leaves a text in a file. */
  static final String NOTE = "meent";

  private static final String NAMES =
      "SELECT name FROM parquet_schema(?) WHERE num_children IS NULL";

  /**
   * A column as it is stored.
   *
   * @param name its name
   * @param type the engine's name of its type
   * @param meaning what its values are
   */
  public record Stored(String name, String type, ValueType meaning) {}

  /** Copies the columns. */
  public ParquetFile {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the end of a file, where Parquet says what it holds.
   *
   * @throws RefusalException if the engine cannot be loaded here, the file is damaged, or holds a
   *     column that is no number, text, date or time
   */
  public static ParquetFile open(Path file) {
    Where where = Where.file(ByteInput.name(file));
    Path absolute = absolute(file, where);
    try (DuckDBConnection connection = connect(absolute)) {
      List<Stored> columns = new ArrayList<>();
      String describe = "DESCRIBE SELECT * FROM " + scan(absolute);
      for (List<String> row : rows(connection, describe, Optional.empty(), 2)) {
        columns.add(stored(row.get(0), row.get(1), where));
      }
      refuseDoubleNames(rows(connection, NAMES, Optional.of(absolute), 1), where);
      String count = "SELECT CAST(sum(num_rows) AS VARCHAR) FROM parquet_file_metadata(?)";
      long rows = Long.parseLong(rows(connection, count, Optional.of(absolute), 1).get(0).get(0));
      String notes =
          "SELECT decode(value) FROM parquet_kv_metadata(?) WHERE key = encode('" + NOTE + "')";
      Optional<String> note =
          rows(connection, notes, Optional.of(absolute), 1).stream().map(List::getFirst).findAny();
      return new ParquetFile(absolute, columns, rows, note);
    } catch (SQLException e) {
      throw damaged(where, e);
    }
  }

  /**
   * Reads some columns of all rows.
   *
   * @param places which of {@link #columns}, in the order wanted
   * @param wanted the same columns as the batches name them
   */
  public BatchReader read(int[] places, List<Column> wanted) {
    List<Stored> stored = new ArrayList<>();
    for (int place : places) {
      stored.add(columns.get(place));
    }
    Where where = Where.file(ByteInput.name(file));
    try {
      return new ParquetRows(connect(file), file, stored, wanted);
    } catch (SQLException e) {
      throw damaged(where, e);
    }
  }

  /** A locked connection that may open one file; the refusal if the library does not load. */
  private static DuckDBConnection connect(Path file) throws SQLException {
    try {
      return DuckDbProvider.locked(1, Optional.empty(), Optional.of(file));
    } catch (LinkageError e) {
      throw noLibrary(Where.file(ByteInput.name(file)));
    }
  }

  static RefusalException noLibrary(Where where) {
    return Refusal.environment("linkage.parquet.native", where).asException();
  }

  /** The engine reads some characters of a name as a pattern for many files. */
  static Path absolute(Path file, Where where) {
    if (file.toString().matches("(?s).*[*?\\[\\]{}].*")) {
      throw Refusal.badInput("linkage.parquet.name", where).asException();
    }
    return file.toAbsolutePath().normalize();
  }

  static String scan(Path file) {
    return "read_parquet("
        + SqlText.literal(file.toString())
        + ", hive_partitioning = false, filename = false)";
  }

  static RefusalException damaged(Where where, SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("Out of Memory")
        ? Refusal.environment("linkage.engine.memory", where).asException()
        : Refusal.badInput("linkage.parquet.damaged", where).asException();
  }

  private static Stored stored(String name, String type, Where where) {
    ParquetType known =
        ParquetType.of(type)
            .orElseThrow(
                () ->
                    Refusal.badInput("linkage.parquet.type", where.in(name), name, type)
                        .asException());
    return new Stored(name, type, known.meaning());
  }

  /** The engine would give the second of two equal names a number behind it. */
  private static void refuseDoubleNames(List<List<String>> names, Where where) {
    List<String> seen = new ArrayList<>();
    for (List<String> row : names) {
      if (seen.contains(row.getFirst())) {
        throw Refusal.badInput("linkage.file.duplicate-column", where, row.getFirst())
            .asException();
      }
      seen.add(row.getFirst());
    }
  }

  private static List<List<String>> rows(
      DuckDBConnection connection, String sql, Optional<Path> file, int columns)
      throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (file.isPresent()) {
        statement.setString(1, file.get().toString());
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int c = 1; c <= columns; c++) {
            String text = result.getString(c);
            row.add(text == null ? "" : text);
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
