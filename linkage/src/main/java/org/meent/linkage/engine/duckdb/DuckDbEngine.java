// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import static org.meent.linkage.engine.duckdb.SqlText.quoted;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.Script;
import org.meent.linkage.engine.TableWriter;
import org.meent.linkage.engine.Value;

/** Translates relations to SQL and runs them on one locked connection. */
final class DuckDbEngine implements Engine {
  private final DuckDBConnection connection;
  private final Optional<SpillFolder> spill;
  private final Map<String, Schema> tables = new HashMap<>();

  DuckDbEngine(DuckDBConnection connection, Optional<SpillFolder> spill) {
    this.connection = connection;
    this.spill = spill;
  }

  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public String version() {
    try {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw Failure.of(e);
    }
  }

  @Override
  public TableWriter create(String table, Schema schema) {
    refuseTaken(table);
    String fields =
        schema.fields().stream()
            .map(field -> quoted(field.name()) + " " + type(field))
            .collect(Collectors.joining(", "));
    run("CREATE TABLE " + quoted(table) + " (" + fields + ")", List.of());
    try {
      return new DuckDbWriter(
          connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table),
          schema,
          () -> tables.put(table, schema),
          () -> run("DROP TABLE " + quoted(table), List.of()));
    } catch (SQLException e) {
      throw Failure.of(e);
    }
  }

  @Override
  public void store(String table, Relation relation) {
    refuseTaken(table);
    Schema schema = Schema.of(relation, this::schema);
    SqlText sql = SqlText.of(relation, this::schema);
    run("CREATE TABLE " + quoted(table) + " AS " + sql.text(), sql.values());
    tables.put(table, schema);
  }

  @Override
  public void drop(String table) {
    schema(table);
    run("DROP TABLE " + quoted(table), List.of());
    tables.remove(table);
  }

  @Override
  public Schema schema(String table) {
    Schema schema = tables.get(table);
    if (schema == null) {
      throw new IllegalArgumentException("there is no table " + table);
    }
    return schema;
  }

  @Override
  public Rows fetch(Relation relation, List<String> order) {
    Schema schema = Schema.of(relation, this::schema);
    SqlText sql = SqlText.of(relation, this::schema);
    String by =
        IntStream.of(schema.totalOrder(order))
            .mapToObj(i -> (i + 1) + " ASC NULLS FIRST")
            .collect(Collectors.joining(", "));
    String text = "SELECT * FROM (" + sql.text() + ") AS q ORDER BY " + by;
    try (PreparedStatement statement = prepare(text, sql.values());
        ResultSet result = statement.executeQuery()) {
      return read(result, schema);
    } catch (SQLException e) {
      throw Failure.of(e);
    }
  }

  @Override
  public void derive(String table, Script script) {
    try (ScriptSandbox sandbox = new ScriptSandbox(script)) {
      for (var seen : script.tables().sequencedEntrySet()) {
        Script.Table rows = seen.getValue();
        sandbox.load(seen.getKey(), rows, fetch(rows.rows(), List.of(Script.PERSON)));
      }
      keep(table, sandbox.run());
    } catch (SQLException e) {
      throw Failure.of(e);
    }
  }

  private void keep(String table, Rows rows) {
    try (TableWriter writer = create(table, rows.schema())) {
      boolean text = rows.schema().fields().getLast().kind() == Field.Kind.TEXT;
      for (int row = 0; row < rows.size(); row++) {
        writer.number(rows.number(row, 0));
        if (rows.isMissing(row, 1)) {
          writer.missing();
        } else if (text) {
          writer.text(rows.text(row, 1));
        } else {
          writer.number(rows.number(row, 1));
        }
        writer.endRow();
      }
    }
  }

  @Override
  public void close() {
    try (SpillFolder emptied = spill.orElse(null)) {
      tables.clear();
      connection.close();
    } catch (SQLException e) {
      throw Failure.of(e);
    }
  }

  private static Rows read(ResultSet result, Schema schema) throws SQLException {
    Rows.Builder rows = new Rows.Builder(schema);
    List<Field> fields = schema.fields();
    while (result.next()) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).kind() == Field.Kind.TEXT) {
          rows.text(i, result.getString(i + 1));
        } else {
          long value = result.getLong(i + 1);
          if (result.wasNull()) {
            rows.missing(i);
          } else {
            rows.number(i, value);
          }
        }
      }
      rows.endRow();
    }
    return rows.build();
  }

  private static String type(Field field) {
    return switch (field.kind()) {
      case TEXT -> "VARCHAR";
      case NUMBER, DAY -> "BIGINT";
    };
  }

  private void refuseTaken(String table) {
    if (tables.containsKey(table)) {
      throw new IllegalArgumentException("there is already a table " + table);
    }
  }

  private void run(String sql, List<Value> values) {
    try {
      if (values.isEmpty()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
      } else {
        try (PreparedStatement statement = prepare(sql, values)) {
          statement.execute();
        }
      }
    } catch (SQLException e) {
      throw Failure.of(e);
    }
  }

  private PreparedStatement prepare(String sql, List<Value> values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case Value.Text(String text) -> statement.setString(i + 1, text);
        case Value.Number(long number) -> statement.setLong(i + 1, number);
      }
    }
    return statement;
  }
}
