// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.Script;
import org.meent.linkage.engine.TableWriter;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** A researcher's own SQL: what it may do, and every attack that it may not. */
class OwnSqlTest {
  private static final LocalDate INDEX = LocalDate.of(2020, 1, 1);

  @TempDir Path folder;
  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = Engines.open("duckdb", EngineSettings.withDefaults());
    Schema schema =
        new Schema(
            List.of(
                Field.number("person"),
                Field.day("day"),
                Field.number("months"),
                Field.number("wage", 2),
                Field.text("kind")));
    try (TableWriter rows = engine.create("work", schema)) {
      row(rows, 1, 2019, 3, 100_10, "a");
      row(rows, 1, 2019, 4, 200_20, "b");
      row(rows, 2, 2019, 5, 300_30, "a");
      row(rows, 2, 2020, 9, 900_90, "a");
    }
    Schema other = new Schema(List.of(Field.number("person"), Field.number("secret")));
    try (TableWriter rows = engine.create("hidden", other)) {
      rows.number(1);
      rows.number(42);
      rows.endRow();
    }
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static void row(
      TableWriter rows, long person, int year, long months, long wage, String kind) {
    rows.number(person);
    rows.number(LocalDate.of(year, 7, 1).toEpochDay());
    rows.number(months);
    rows.number(wage);
    rows.text(kind);
    rows.endRow();
  }

  private Rows derive(String sql, Field value) {
    SequencedMap<String, Script.Table> tables = new LinkedHashMap<>();
    tables.put(
        "work",
        new Script.Table(Relation.scan("work"), "day", OptionalLong.of(INDEX.toEpochDay())));
    engine.derive("derived", new Script("own", "own.sql", sql, tables, value));
    Rows rows = engine.fetch(Relation.scan("derived"), List.of("person"));
    engine.drop("derived");
    return rows;
  }

  @Test
  void seesRowsBeforeTheIndexDateOnly() {
    Rows rows =
        derive(
            "SELECT person, sum(months) AS value FROM work GROUP BY person;",
            Field.number("value"));
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.number(0, 1)).isEqualTo(7);
    assertThat(rows.number(1, 1)).isEqualTo(5);
  }

  @Test
  void decimalsTextsDaysAndCommonTableExpressionsAreExact() {
    String cents =
        "WITH best AS (SELECT person, max(wage) AS top FROM work WHERE kind IN ('a', 'b') GROUP BY"
            + " ALL) SELECT person, CAST(top * 1.5 AS DECIMAL(18, 2)) AS value FROM best";
    assertThat(derive(cents, Field.number("value", 2)).number(0, 1)).isEqualTo(300_30);
    String text =
        "SELECT w.person, CASE WHEN max(w.months) >= 5 THEN 'much' ELSE 'some' END AS value"
            + " FROM work w GROUP BY w.person HAVING count(*) > 0";
    assertThat(derive(text, Field.text("value")).text(1, 1)).isEqualTo("much");
    String day = "SELECT person, min(day) AS value FROM work GROUP BY person";
    assertThat(derive(day, Field.day("value")).number(0, 1))
        .isEqualTo(LocalDate.of(2019, 7, 1).toEpochDay());
    String missing = "SELECT person, nullif(max(months), 5) AS value FROM work GROUP BY person";
    assertThat(derive(missing, Field.number("value")).isMissing(1, 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('FILE')",
        "SELECT person, months AS value FROM 'FILE'",
        "SELECT person, months AS value FROM work, read_text('FILE')",
        "COPY work TO 'FILE'",
        "ATTACH 'FILE'",
        "PRAGMA database_list",
        "SET threads = 2",
        "INSTALL httpfs",
        "CREATE TABLE t AS SELECT 1",
        "DROP TABLE work",
        "SELECT 1; DROP TABLE work",
        "SELECT person, months AS value FROM work; SELECT 1",
        "SELECT person, secret AS value FROM hidden",
        "SELECT person, (SELECT max(table_name) FROM information_schema.tables) AS value FROM work",
        "SELECT person, (SELECT count(*) FROM duckdb_settings()) AS value FROM work",
        "SELECT person, (SELECT count(*) FROM sqlite_master) AS value FROM work",
        "SELECT person, (SELECT count(*) FROM main.work) AS value FROM work",
        "SELECT person, random() AS value FROM work",
        "SELECT person, uuid() AS value FROM work",
        "SELECT person, hash(kind) AS value FROM work",
        "SELECT person, getenv('HOME') AS value FROM work",
        "SELECT person, current_setting('threads') AS value FROM work",
        "SELECT person, now() AS value FROM work",
        "SELECT person, current_date AS value FROM work",
        "SELECT person, current_date AS current_date FROM work",
        "SELECT person, x AS value FROM (SELECT person, current_user AS x FROM work)",
        "SELECT person, rowid AS value FROM work",
        "SELECT person, avg(months) AS value FROM work GROUP BY person",
        "SELECT person, months / 2 AS value FROM work",
        "SELECT person, CAST(wage AS DOUBLE) AS value FROM work",
        "SELECT person, wage * 1e0 AS value FROM work",
        "SELECT person, sqrt(months) AS value FROM work",
        "SELECT person, any_value(months) AS value FROM work GROUP BY person",
        "SELECT person, first(months) AS value FROM work GROUP BY person",
        "SELECT person, list(months) AS value FROM work GROUP BY person",
        "SELECT person, max(months, 2) AS value FROM work GROUP BY person",
        "SELECT person, string_agg(kind) AS value FROM work GROUP BY person",
        "SELECT person, row_number() OVER (ORDER BY months) AS value FROM work",
        "SELECT DISTINCT ON (person) person, months AS value FROM work",
        "SELECT person, months AS value FROM work LIMIT 1",
        "SELECT person, months AS value FROM work USING SAMPLE 1",
        "SELECT person, months AS value FROM work QUALIFY row_number() OVER () = 1",
        "SELECT person, value FROM work POSITIONAL JOIN (SELECT months AS value FROM work) t",
        "SELECT COLUMNS('p.*') FROM work",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n FROM t) SELECT n, n AS value FROM t",
        "SELECT unnest([1, 2]) AS person, 3 AS value",
        "SELECT person, list_transform([months], x -> x)[1] AS value FROM work",
        "FROM work PIVOT (sum(months) FOR kind IN ('a', 'b'))",
        "VALUES (1, 2)",
        "SELECT ? AS person, 2 AS value",
        "SELECT person, $1 AS value FROM work",
        "EXPLAIN SELECT 1",
        ""
      })
  void takesNothingElse(String sql) throws Exception {
    Path file = folder.resolve("file.csv");
    Files.writeString(file, "person,value\n1,2\n");
    byte[] before = Files.readAllBytes(file);
    String text = sql.replace("FILE", file.toString());
    RefusalException refused =
        catchThrowableOfType(RefusalException.class, () -> derive(text, Field.number("value")));
    assertThat(refused).isNotNull();
    assertThat(refused.refusals().getFirst().code())
        .isIn("linkage.script.not-allowed", "linkage.script.not-sql");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    // Whatever was tried, the tables of the study stand as they stood.
    assertThat(engine.count(Relation.scan("work"))).isEqualTo(4);
    assertThat(engine.count(Relation.scan("hidden"))).isEqualTo(1);
  }

  @Test
  void theResultIsOneTypedValueForAPerson() {
    assertThat(code("SELECT person, months AS other FROM work", Field.number("value")))
        .isEqualTo("linkage.script.columns");
    assertThat(code("SELECT person, months AS value FROM work", Field.number("value")))
        .isEqualTo("linkage.script.several");
    assertThat(
            code(
                "SELECT person, max(wage) AS value FROM work GROUP BY person",
                Field.number("value")))
        .isEqualTo("linkage.script.type");
    assertThat(
            code(
                "SELECT person, max(kind) AS value FROM work GROUP BY person",
                Field.number("value")))
        .isEqualTo("linkage.script.type");
  }

  /** The engine would quote the text that is no number; the refusal does not. */
  @Test
  void aFailureShowsNoValue() {
    String sql = "SELECT person, max(CAST(kind AS INTEGER)) AS value FROM work GROUP BY person";
    RefusalException refused =
        catchThrowableOfType(RefusalException.class, () -> derive(sql, Field.number("value")));
    Refusal refusal = refused.refusals().getFirst();
    assertThat(refusal.code()).isEqualTo("linkage.script.failed");
    assertThat(refusal.sentence(Locale.ENGLISH)).doesNotContain("'a'", "'b'");
  }

  @Test
  void anEngineWithoutSqlSaysSo() {
    try (Engine java = Engines.open("java", EngineSettings.withDefaults())) {
      Script script =
          new Script("own", "own.sql", "SELECT 1", new LinkedHashMap<>(), Field.number("value"));
      RefusalException refused =
          catchThrowableOfType(RefusalException.class, () -> java.derive("derived", script));
      assertThat(refused.refusals().getFirst().code()).isEqualTo("linkage.script.engine");
    }
  }

  private String code(String sql, Field value) {
    return catchThrowableOfType(RefusalException.class, () -> derive(sql, value))
        .refusals()
        .getFirst()
        .code();
  }
}
