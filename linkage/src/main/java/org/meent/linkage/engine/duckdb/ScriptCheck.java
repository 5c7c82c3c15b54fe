// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.meent.linkage.engine.Script;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import tools.jackson.databind.JsonNode;

/**
 * Reads a script as the engine parsed it and refuses everything that is not on the list of what is
 * exact and the same on every run. What the list does not name is refused: a new sort of expression
 * in a later release of the engine cannot slip through.
 */
final class ScriptCheck {
  private static final Set<String> NODES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "BASE_TABLE", "SUBQUERY", "JOIN", "EMPTY");
  private static final Set<String> EXPRESSIONS =
      Set.of(
          "COLUMN_REF",
          "CONSTANT",
          "FUNCTION",
          "COMPARISON",
          "CONJUNCTION",
          "OPERATOR",
          "CASE",
          "CAST",
          "BETWEEN",
          "SUBQUERY",
          "STAR");
  private static final Set<String> TYPES =
      Set.of(
          "VARCHAR",
          "INTEGER",
          "INTEGER_LITERAL",
          "STRING_LITERAL",
          "SMALLINT",
          "TINYINT",
          "BIGINT",
          "HUGEINT",
          "DECIMAL",
          "DATE",
          "BOOLEAN",
          "NULL");

  /** Functions of one row; the whole of them exact on whole numbers, decimals, days and text. */
  private static final Set<String> SCALARS =
      Set.of(
          "+",
          "-",
          "*",
          "//",
          "%",
          "||",
          "abs",
          "sign",
          "greatest",
          "least",
          "lower",
          "upper",
          "length",
          "substring",
          "left",
          "right",
          "trim",
          "ltrim",
          "rtrim",
          "replace",
          "concat",
          "starts_with",
          "ends_with",
          "contains",
          "nullif",
          "~~",
          "!~~",
          "year",
          "month",
          "day");

  /** What means a clock, a user or a place in the engine where no column bears the name. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "session_user",
          "user",
          "current_role",
          "current_schema",
          "current_catalog",
          "current_database",
          "rowid");

  private static final Set<String> AGGREGATES = Set.of("count", "sum", "min", "max");

  private final Script script;
  private final Set<String> tables = new HashSet<>();
  private final Set<String> columns = new HashSet<>();
  private final Set<String> given = new HashSet<>();

  private ScriptCheck(Script script, Set<String> columns) {
    this.script = script;
    script.tables().keySet().forEach(name -> tables.add(lower(name)));
    columns.forEach(name -> this.columns.add(lower(name)));
  }

  /**
   * Checks a parsed script.
   *
   * @param parsed what the engine made of the text
   * @param columns columns of the tables that the script sees
   * @throws RefusalException at the first thing that is not on the list
   */
  static void check(Script script, JsonNode parsed, Set<String> columns) {
    if (parsed.path("error").asBoolean(true) || parsed.path("statements").size() != 1) {
      throw refused(script, "one SELECT");
    }
    ScriptCheck check = new ScriptCheck(script, columns);
    JsonNode statement = parsed.path("statements").path(0);
    check.gather(statement);
    check.walk(statement);
  }

  /** The names that the text itself gives to columns and tables. */
  private void gather(JsonNode node) {
    if (node.isObject()) {
      name(node.path("alias").asString("")).ifPresent(given::add);
      node.path("column_name_alias").forEach(n -> name(n.asString("")).ifPresent(given::add));
      for (JsonNode entry : node.path("cte_map").path("map")) {
        name(entry.path("key").asString("")).ifPresent(tables::add);
        entry
            .path("value")
            .path("aliases")
            .forEach(n -> name(n.asString("")).ifPresent(given::add));
      }
    }
    node.forEach(this::gather);
  }

  /** A name in lower case; one that means something in the engine is refused. */
  private Optional<String> name(String written) {
    String name = lower(written);
    require(!KEYWORDS.contains(name), "no " + name);
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private void walk(JsonNode node) {
    if (node.isObject()) {
      if (node.has("class")) {
        expression(node);
      } else if (node.has("type")) {
        relation(node);
      }
      if (node.path("class").asString("").equals("CONSTANT")) {
        return;
      }
    }
    for (var entry : node.properties()) {
      if (!entry.getKey().equals("cast_type")) {
        walk(entry.getValue());
      }
    }
    if (node.isArray()) {
      node.forEach(this::walk);
    }
  }

  private void relation(JsonNode node) {
    String type = node.path("type").asString("");
    switch (type) {
      case "ORDER_MODIFIER" -> require(node.path("orders").isEmpty(), "no ORDER BY");
      case "DISTINCT_MODIFIER" ->
          require(node.path("distinct_on_targets").isEmpty(), "no DISTINCT ON");
      default -> require(NODES.contains(type), "no " + words(type));
    }
    require(absent(node, "sample") && absent(node, "qualify"), "no sample and no QUALIFY");
    require(absent(node, "at_clause"), "tables as they are");
    if (type.equals("BASE_TABLE")) {
      String table = lower(node.path("table_name").asString(""));
      boolean plain = blank(node, "schema_name") && blank(node, "catalog_name");
      require(plain && tables.contains(table), "declared tables only");
    }
    if (type.equals("JOIN")) {
      String kind = node.path("ref_type").asString("");
      require(kind.equals("REGULAR") || kind.equals("CROSS"), "plain joins");
    }
  }

  private void expression(JsonNode node) {
    String kind = node.path("class").asString("");
    require(EXPRESSIONS.contains(kind), "no " + words(kind));
    switch (kind) {
      case "COLUMN_REF" -> column(node.path("column_names"));
      case "CONSTANT" ->
          require(TYPES.contains(type(node.path("value").path("type"))), "exact constants");
      case "CAST" -> require(TYPES.contains(type(node.path("cast_type"))), "exact types");
      case "FUNCTION" -> function(node);
      case "STAR" ->
          require(!node.path("columns").asBoolean(true) && absent(node, "expr"), "no COLUMNS");
      default -> {}
    }
  }

  private void column(JsonNode names) {
    String last = lower(names.path(names.size() - 1).asString(""));
    require(names.size() <= 2, "columns of declared tables only");
    require(!KEYWORDS.contains(last), "no " + last);
    require(columns.contains(last) || given.contains(last), "declared columns only");
  }

  private void function(JsonNode node) {
    String name = lower(node.path("function_name").asString(""));
    boolean aggregate = AGGREGATES.contains(name) && node.path("children").size() == 1;
    boolean known = aggregate || SCALARS.contains(name) || name.equals("count_star");
    require(known, "no function \"" + name + "\"");
    require(blank(node, "schema") && blank(node, "catalog"), "functions by their plain name");
  }

  private void require(boolean holds, String expected) {
    if (!holds) {
      throw refused(script, expected);
    }
  }

  /** The words of the refusal come from the list or from the researcher's own text. */
  private static RefusalException refused(Script script, String expected) {
    return Refusal.refused(
            "linkage.script.not-allowed", Where.file(script.file()), script.name(), expected)
        .asException();
  }

  private static boolean absent(JsonNode node, String field) {
    return node.path(field).isMissingNode() || node.path(field).isNull();
  }

  private static boolean blank(JsonNode node, String field) {
    return node.path(field).asString("").isEmpty();
  }

  private static String type(JsonNode type) {
    return type.path("id").asString("");
  }

  private static String words(String type) {
    return lower(type).replace('_', ' ');
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
