// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meent.linkage.engine.Aggregate;
import org.meent.linkage.engine.Condition;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.Value;

/**
 * Writes a relation as SQL. Names are quoted and values are parameters, in the order in which they
 * stand in the text, so that nothing from a protocol or a file becomes part of the language.
 */
final class SqlText {
  private final Function<String, Schema> tables;
  private final StringBuilder text = new StringBuilder();
  private final List<Value> values = new ArrayList<>();

  private SqlText(Function<String, Schema> tables) {
    this.tables = tables;
  }

  /** The text of a relation that was checked before. */
  static SqlText of(Relation relation, Function<String, Schema> tables) {
    SqlText sql = new SqlText(tables);
    sql.relation(relation);
    return sql;
  }

  String text() {
    return text.toString();
  }

  List<Value> values() {
    return values;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as the language writes it down, where a parameter is not possible. */
  static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private void relation(Relation relation) {
    switch (relation) {
      case Relation.Scan(String table) -> text.append("SELECT * FROM ").append(quoted(table));
      case Relation.Project project -> project(project);
      case Relation.Filter filter -> filter(filter);
      case Relation.Join join -> join(join);
      case Relation.Group group -> group(group);
    }
  }

  private void nested(Relation relation, String alias) {
    text.append('(');
    relation(relation);
    text.append(") AS ").append(alias);
  }

  private void project(Relation.Project project) {
    text.append("SELECT ");
    text.append(
        project.fields().sequencedEntrySet().stream()
            .map(
                (Map.Entry<String, String> e) -> quoted(e.getValue()) + " AS " + quoted(e.getKey()))
            .collect(Collectors.joining(", ")));
    text.append(" FROM ");
    nested(project.of(), "p");
  }

  private void filter(Relation.Filter filter) {
    text.append("SELECT * FROM ");
    nested(filter.of(), "f");
    String word = " WHERE ";
    for (Condition condition : filter.conditions()) {
      text.append(word);
      condition(condition);
      word = " AND ";
    }
  }

  private void condition(Condition condition) {
    String name = quoted(condition.field());
    switch (condition) {
      case Condition.Equal equal -> {
        text.append(name).append(" = ").append('?');
        values.add(equal.value());
      }
      case Condition.In in -> {
        if (in.values().isEmpty()) {
          text.append("false");
        } else {
          text.append(name).append(" IN (");
          text.append(in.values().stream().map(v -> "?").collect(Collectors.joining(", ")));
          text.append(')');
          values.addAll(in.values());
        }
      }
      case Condition.Known known -> text.append(name).append(" IS NOT NULL");
      case Condition.Missing missing -> text.append(name).append(" IS NULL");
    }
  }

  private void join(Relation.Join join) {
    List<String> left = Schema.of(join.left(), tables).names();
    List<String> fields = new ArrayList<>(left.stream().map(n -> "l." + quoted(n)).toList());
    String word =
        switch (join.kind()) {
          case INNER -> " JOIN ";
          case LEFT -> " LEFT JOIN ";
          case SEMI -> " SEMI JOIN ";
          case ANTI -> " ANTI JOIN ";
        };
    if (join.kind() == Relation.JoinKind.INNER || join.kind() == Relation.JoinKind.LEFT) {
      Schema.of(join.right(), tables).names().stream()
          .filter(name -> !join.on().contains(name))
          .forEach(name -> fields.add("r." + quoted(name)));
    }
    text.append("SELECT ").append(String.join(", ", fields)).append(" FROM ");
    nested(join.left(), "l");
    text.append(word);
    nested(join.right(), "r");
    text.append(" ON ");
    text.append(
        join.on().stream()
            .map(name -> "l." + quoted(name) + " = r." + quoted(name))
            .collect(Collectors.joining(" AND ")));
  }

  private void group(Relation.Group group) {
    List<String> by = group.by().stream().map(SqlText::quoted).toList();
    List<String> fields = new ArrayList<>(by);
    group.aggregates().forEach(a -> fields.add(aggregate(a) + " AS " + quoted(a.as())));
    text.append("SELECT ").append(String.join(", ", fields)).append(" FROM ");
    nested(group.of(), "g");
    if (!by.isEmpty()) {
      text.append(" GROUP BY ").append(String.join(", ", by));
    }
  }

  /** Sums are made in 128 bits and must fit in 64 at the end; the cast fails where they do not. */
  private static String aggregate(Aggregate aggregate) {
    String field = quoted(aggregate.field());
    return switch (aggregate.function()) {
      case COUNT -> "count(*)";
      case COUNT_KNOWN -> "count(" + field + ")";
      case MIN -> "min(" + field + ")";
      case MAX -> "max(" + field + ")";
      case SUM -> "CAST(sum(" + field + ") AS BIGINT)";
    };
  }
}
