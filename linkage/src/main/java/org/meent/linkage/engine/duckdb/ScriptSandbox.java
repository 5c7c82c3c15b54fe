// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import static org.meent.linkage.engine.duckdb.SqlText.quoted;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.Script;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A locked engine of its own for one script, in memory, with copies of the tables that the script
 * may see: there is nothing else in it that a text could reach. What goes wrong is told without the
 * engine's message, for that could quote a value.
 */
final class ScriptSandbox implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Script script;
  private final DuckDBConnection connection;
  private final Set<String> columns = new HashSet<>();

  ScriptSandbox(Script script) throws SQLException {
    this.script = script;
    this.connection = DuckDbProvider.locked(1, Optional.empty());
  }

  /** Copies a table. */
  void load(String name, Script.Table table, Rows rows) throws SQLException {
    Schema schema = rows.schema();
    columns.addAll(schema.names());
    String fields =
        schema.fields().stream()
            .map(field -> quoted(field.name()) + " " + type(field))
            .collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE " + quoted(name) + " (" + fields + ")");
    }
    int day = table.before().isPresent() ? schema.index(table.day()) : -1;
    try (DuckDBAppender appender =
        connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, name)) {
      for (int row = 0; row < rows.size(); row++) {
        if (day < 0 || rows.number(row, day) < table.before().getAsLong()) {
          append(appender, rows, row);
        }
      }
    }
  }

  private static void append(DuckDBAppender appender, Rows rows, int row) throws SQLException {
    List<Field> fields = rows.schema().fields();
    appender.beginRow();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (rows.isMissing(row, i)) {
        appender.appendNull();
        continue;
      }
      switch (field.kind()) {
        case TEXT -> appender.append(rows.text(row, i));
        case DAY -> appender.append(LocalDate.ofEpochDay(rows.number(row, i)));
        case NUMBER -> {
          if (field.scale() == 0) {
            appender.append(rows.number(row, i));
          } else {
            appender.append(BigDecimal.valueOf(rows.number(row, i), field.scale()));
          }
        }
      }
    }
    appender.endRow();
  }

  private static String type(Field field) {
    return switch (field.kind()) {
      case TEXT -> "VARCHAR";
      case DAY -> "DATE";
      case NUMBER -> field.scale() == 0 ? "BIGINT" : "DECIMAL(18, " + field.scale() + ")";
    };
  }

  /**
   * Checks the text and runs it.
   *
   * @return a row for each person who has a value: person and value, ascending
   */
  Rows run() throws SQLException {
    ScriptCheck.check(script, parsed(), columns);
    String text = script.text().strip();
    String question = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT * FROM (" + question + "\n) AS q ORDER BY 1, 2")) {
      checkShape(result);
      return read(result);
    } catch (ArithmeticException e) {
      throw refused("linkage.script.range");
    } catch (SQLException e) {
      throw refused("linkage.script.failed");
    }
  }

  private JsonNode parsed() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
      statement.setString(1, script.text());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return JSON.readTree(result.getString(1));
      }
    } catch (SQLException e) {
      throw refused("linkage.script.not-sql");
    }
  }

  private void checkShape(ResultSet result) throws SQLException {
    var shape = result.getMetaData();
    boolean two =
        shape.getColumnCount() == 2
            && shape.getColumnName(1).equals(Script.PERSON)
            && shape.getColumnName(2).equals(script.value().name());
    if (!two) {
      throw refused("linkage.script.columns", script.value().name());
    }
    String type = shape.getColumnTypeName(2);
    boolean whole = Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT").contains(type);
    boolean fits =
        switch (script.value().kind()) {
          case TEXT -> type.equals("VARCHAR");
          case DAY -> type.equals("DATE");
          case NUMBER ->
              script.value().scale() == 0
                  ? whole
                  : type.startsWith("DECIMAL(")
                      && type.endsWith("," + script.value().scale() + ")");
        };
    if (!fits || !Set.of("BIGINT").contains(shape.getColumnTypeName(1))) {
      throw refused("linkage.script.type", type);
    }
  }

  private Rows read(ResultSet result) throws SQLException {
    Schema schema = new Schema(List.of(Field.number(Script.PERSON), script.value()));
    Rows.Builder rows = new Rows.Builder(schema);
    Set<Long> persons = new HashSet<>();
    while (result.next()) {
      long person = result.getLong(1);
      if (result.wasNull() || !persons.add(person)) {
        throw refused("linkage.script.several");
      }
      rows.number(0, person);
      Object value = result.getObject(2);
      switch (value) {
        case null -> rows.missing(1);
        case String text -> rows.text(1, text);
        case LocalDate day -> rows.number(1, day.toEpochDay());
        case BigDecimal decimal -> rows.number(1, decimal.unscaledValue().longValueExact());
        case BigInteger whole -> rows.number(1, whole.longValueExact());
        case Number number -> rows.number(1, number.longValue());
        default -> throw refused("linkage.script.type", script.value().kind());
      }
      rows.endRow();
    }
    return rows.build();
  }

  private RefusalException refused(String code, Object... more) {
    Object[] args = new Object[more.length + 1];
    args[0] = script.name();
    System.arraycopy(more, 0, args, 1, more.length);
    return Refusal.refused(code, Where.file(script.file()), args).asException();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
