// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.util.Optional;
import org.meent.linkage.format.ValueType;

/**
 * A type of a Parquet column in the engine's words, and how its values become the numbers and texts
 * of a batch.
 *
 * @param name the engine's name of the type
 * @param meaning what the values are
 * @param wide whether it holds whole numbers that no double holds exactly
 */
record ParquetType(String name, ValueType meaning, boolean wide) {

  /** The type of that name; nothing for lists, structures and bytes. */
  static Optional<ParquetType> of(String name) {
    String plain = name.replaceFirst("\\(.*", "");
    ValueType meaning =
        switch (plain) {
          case "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> ValueType.NUMBER;
          case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> ValueType.NUMBER;
          case "FLOAT", "DOUBLE", "DECIMAL" -> ValueType.NUMBER;
          case "VARCHAR", "ENUM", "UUID", "JSON" -> ValueType.TEXT;
          case "DATE" -> ValueType.DATE;
          case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> ValueType.DATETIME;
          case "TIMESTAMP WITH TIME ZONE" -> ValueType.DATETIME;
          case "TIME" -> ValueType.TIME;
          default -> null;
        };
    boolean list = name.endsWith("]");
    boolean wide = plain.endsWith("BIGINT") || plain.endsWith("HUGEINT");
    return meaning == null || list
        ? Optional.empty()
        : Optional.of(new ParquetType(name, meaning, wide));
  }

  /** What the engine is asked for: text, or a number in the unit of the value type. */
  String expression(String column) {
    String quoted = SqlText.quoted(column);
    return switch (meaning) {
      case TEXT -> "CAST(" + quoted + " AS VARCHAR)";
      case NUMBER ->
          wide
              ? "CASE WHEN %1$s IS NULL THEN NULL WHEN %1$s BETWEEN -%2$d AND %2$d"
                      .formatted(quoted, 1L << 53)
                  + " THEN CAST(%s AS DOUBLE) ELSE CAST('Infinity' AS DOUBLE) END".formatted(quoted)
              : "CAST(" + quoted + " AS DOUBLE)";
      case DATE -> "CAST(epoch(" + quoted + ") / 86400 AS DOUBLE)";
      case DATETIME, TIME -> "CAST(epoch(" + quoted + ") AS DOUBLE)";
    };
  }

  /** The type that a column is written with; durations have none in Parquet. */
  static String written(ValueType type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case NUMBER, TIME -> "DOUBLE";
      case DATE -> "DATE";
      case DATETIME -> "TIMESTAMP";
    };
  }
}
