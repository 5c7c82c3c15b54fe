// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.RefusalException;

/** Two engines, the same seeded random questions: the same rows in the same order. */
class EnginesAgreeTest {
  private static final int CASES = 1_000;

  /** Texts whose order differs between UTF-8 bytes and UTF-16, or that look like numbers. */
  private static final List<String> TEXTS =
      List.of("", "a", "A", "é", "\uD83D\uDE00", "\uFF5E", "01", "1", "a b", "'", "%");

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void agreeOnRandomQuestions(int threads) {
    Set<String> kinds = new TreeSet<>();
    EngineSettings settings = EngineSettings.withDefaults().withThreads(threads);
    try (Engine duck = Engines.open("duckdb", settings);
        Engine plain = Engines.open("java", settings)) {
      for (int seed = 0; seed < CASES / 2; seed++) {
        Random random = new Random(1_000L * threads + seed);
        fill(List.of(duck, plain), "a" + seed, random, random.nextInt(12));
        fill(List.of(duck, plain), "b" + seed, random, random.nextInt(12));
        Relation question = question(random, seed, kinds);
        assertThat(show(duck.fetch(question, List.of())))
            .as("seed %d: %s", seed, question)
            .isEqualTo(show(plain.fetch(question, List.of())));
        for (Engine engine : List.of(duck, plain)) {
          engine.drop("a" + seed);
          engine.drop("b" + seed);
        }
      }
    }
    assertThat(kinds)
        .containsExactly("ANTI", "INNER", "LEFT", "SEMI", "filter", "group", "project", "scan");
  }

  private static void fill(List<Engine> engines, String table, Random random, int rows) {
    Schema schema =
        new Schema(
            List.of(Field.number("k"), Field.text("t"), Field.number("n", 2), Field.day("d")));
    List<Object[]> values = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      values.add(
          new Object[] {
            random.nextInt(6) == 0 ? null : (long) random.nextInt(5),
            random.nextInt(6) == 0 ? null : TEXTS.get(random.nextInt(TEXTS.size())),
            random.nextInt(6) == 0 ? null : random.nextLong() >> (2 + random.nextInt(60)),
            random.nextInt(6) == 0 ? null : (long) random.nextInt(3) - 1
          });
    }
    for (Engine engine : engines) {
      Collections.shuffle(values, random);
      try (TableWriter writer = engine.create(table, schema)) {
        for (Object[] row : values) {
          for (Object value : row) {
            switch (value) {
              case null -> writer.missing();
              case String text -> writer.text(text);
              case Long number -> writer.number(number);
              default -> throw new IllegalStateException();
            }
          }
          writer.endRow();
        }
      }
    }
  }

  private static Relation question(Random random, int seed, Set<String> kinds) {
    Relation left = Relation.scan("a" + seed);
    kinds.add("scan");
    if (random.nextBoolean()) {
      kinds.add("filter");
      left = left.where(List.of(condition(random), condition(random)));
    }
    Relation question = left;
    if (random.nextBoolean()) {
      LinkedHashMap<String, String> names = new LinkedHashMap<>();
      List.of("k", "t").forEach(n -> names.put(n, n));
      names.put("n2", "n");
      names.put("d2", "d");
      kinds.add("project");
      Relation right = new Relation.Project(Relation.scan("b" + seed), names);
      Relation.JoinKind kind =
          Relation.JoinKind.values()[random.nextInt(Relation.JoinKind.values().length)];
      kinds.add(kind.name());
      question =
          left.join(
              right.only(random.nextBoolean() ? List.of("k", "t", "n2") : List.of("t", "k", "d2")),
              List.of("k", "t"),
              kind);
      if (random.nextBoolean()) {
        question = left.join(right.only(List.of("k", "n2")), List.of("k"), kind);
      }
    }
    if (random.nextBoolean()) {
      kinds.add("group");
      List<List<String>> by = List.of(List.of(), List.of("k"), List.of("t", "d"), List.of("d"));
      question =
          question.groupBy(
              by.get(random.nextInt(by.size())),
              Aggregate.count("rows"),
              Aggregate.known("n", "known"),
              Aggregate.sum("n", "sum"),
              Aggregate.min("t", "least"),
              Aggregate.max("t", "most"),
              Aggregate.max("n", "largest"));
    }
    return question;
  }

  private static Condition condition(Random random) {
    Value text = new Value.Text(TEXTS.get(random.nextInt(TEXTS.size())));
    Value number = new Value.Number(random.nextInt(3));
    return switch (random.nextInt(6)) {
      case 0 -> new Condition.Equal("t", text);
      case 1 -> new Condition.In("k", List.of(number, new Value.Number(3)));
      case 2 -> new Condition.In("t", random.nextInt(4) == 0 ? List.of() : List.of(text));
      case 3 -> new Condition.Missing("t");
      default -> new Condition.Known(random.nextBoolean() ? "d" : "n");
    };
  }

  private static List<String> show(Rows rows) {
    List<String> lines = new ArrayList<>(List.of(rows.schema().toString()));
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < rows.schema().fields().size(); i++) {
        boolean text = rows.schema().fields().get(i).kind() == Field.Kind.TEXT;
        line.append(rows.isMissing(row, i))
            .append(text ? rows.text(row, i) : Long.toString(rows.number(row, i)))
            .append('|');
      }
      lines.add(line.toString());
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "java"})
  void refusesASumBeyondALong(String name) {
    try (Engine engine = Engines.open(name, EngineSettings.withDefaults())) {
      try (TableWriter writer = engine.create("t", new Schema(List.of(Field.number("n"))))) {
        for (int i = 0; i < 2; i++) {
          writer.number(Long.MAX_VALUE);
          writer.endRow();
        }
      }
      Relation sum = Relation.scan("t").groupBy(List.of(), Aggregate.sum("n", "s"));
      assertThatThrownBy(() -> engine.fetch(sum, List.of()))
          .isInstanceOfSatisfying(
              RefusalException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.BAD_INPUT))
          .hasMessageNotContaining(Long.toString(Long.MAX_VALUE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "java"})
  void aDiscardedTableLeavesNothingBehind(String name) {
    try (Engine engine = Engines.open(name, EngineSettings.withDefaults())) {
      Schema schema = new Schema(List.of(Field.number("n"), Field.text("t")));
      try (TableWriter writer = engine.create("t", schema)) {
        writer.number(1);
        writer.discard();
      }
      assertThatThrownBy(() -> engine.schema("t")).isInstanceOf(IllegalArgumentException.class);
      engine.create("t", schema).close();
      assertThat(engine.count(Relation.scan("t"))).isZero();
    }
  }

  @Test
  void anUnknownEngineIsRefusedWithTheNamesThatExist() {
    assertThatThrownBy(() -> Engines.open("spork", EngineSettings.withDefaults()))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("duckdb, java");
  }
}
