// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The algebra written out in plain Java: the fallback where no native library may load, and the
 * other half of the differential tests. Rows are arrays of {@code Long}, {@code String} or null; it
 * is made to be read, not to be fast.
 */
final class PlainEngine implements Engine {
  private final Map<String, Table> tables = new HashMap<>();

  /** Rows with their fields. */
  private record Table(Schema schema, List<@Nullable Object[]> rows) {
    int[] places(List<String> names) {
      return names.stream().mapToInt(schema::index).toArray();
    }
  }

  @Override
  public String name() {
    return "java";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public TableWriter create(String table, Schema schema) {
    refuseTaken(table);
    return new PlainWriter(schema, rows -> tables.put(table, new Table(schema, rows)));
  }

  @Override
  public void store(String table, Relation relation) {
    refuseTaken(table);
    tables.put(table, evaluate(relation));
  }

  @Override
  public void drop(String table) {
    table(table);
    tables.remove(table);
  }

  @Override
  public Schema schema(String table) {
    return table(table).schema();
  }

  @Override
  public Rows fetch(Relation relation, List<String> order) {
    Table result = evaluate(relation);
    Schema schema = result.schema();
    int[] places = schema.totalOrder(order);
    List<@Nullable Object[]> sorted = new ArrayList<>(result.rows());
    sorted.sort((a, b) -> compareRows(a, b, places));
    Rows.Builder rows = new Rows.Builder(schema);
    for (@Nullable Object[] row : sorted) {
      for (int i = 0; i < row.length; i++) {
        switch (row[i]) {
          case null -> rows.missing(i);
          case String text -> rows.text(i, text);
          case Long number -> rows.number(i, number);
          default -> throw new IllegalStateException("a value of an unknown kind");
        }
      }
      rows.endRow();
    }
    return rows.build();
  }

  @Override
  public void close() {
    tables.clear();
  }

  private void refuseTaken(String table) {
    if (tables.containsKey(table)) {
      throw new IllegalArgumentException("there is already a table " + table);
    }
  }

  private Table table(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("there is no table " + name);
    }
    return table;
  }

  private Table evaluate(Relation relation) {
    Schema schema = Schema.of(relation, this::schema);
    return switch (relation) {
      case Relation.Scan(String name) -> table(name);
      case Relation.Project project -> project(project, evaluate(project.of()), schema);
      case Relation.Filter filter -> filter(filter, evaluate(filter.of()));
      case Relation.Join join -> join(join, evaluate(join.left()), evaluate(join.right()), schema);
      case Relation.Group group -> group(group, evaluate(group.of()), schema);
    };
  }

  private static Table project(Relation.Project project, Table of, Schema schema) {
    int[] places = of.places(List.copyOf(project.fields().sequencedValues()));
    return new Table(schema, of.rows().stream().map(row -> pick(row, places)).toList());
  }

  private static Table filter(Relation.Filter filter, Table of) {
    List<@Nullable Object[]> kept = new ArrayList<>();
    for (@Nullable Object[] row : of.rows()) {
      if (filter.conditions().stream().allMatch(c -> holds(c, row[of.schema().index(c.field())]))) {
        kept.add(row);
      }
    }
    return new Table(of.schema(), kept);
  }

  private static boolean holds(Condition condition, @Nullable Object value) {
    return switch (condition) {
      case Condition.Equal equal -> plain(equal.value()).equals(value);
      case Condition.In in -> in.values().stream().anyMatch(v -> plain(v).equals(value));
      case Condition.Known known -> value != null;
      case Condition.Missing missing -> value == null;
    };
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Number(long number) -> number;
    };
  }

  private static Table join(Relation.Join join, Table left, Table right, Schema schema) {
    int[] leftKey = left.places(join.on());
    int[] rightKey = right.places(join.on());
    int[] rightRest =
        right.places(right.schema().names().stream().filter(n -> !join.on().contains(n)).toList());
    Map<List<@Nullable Object>, List<@Nullable Object[]>> index = new HashMap<>();
    for (@Nullable Object[] row : right.rows()) {
      index.computeIfAbsent(key(row, rightKey), k -> new ArrayList<>()).add(row);
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (@Nullable Object[] row : left.rows()) {
      List<@Nullable Object> key = key(row, leftKey);
      List<@Nullable Object[]> matches =
          key.contains(null) ? List.of() : index.getOrDefault(key, List.of());
      switch (join.kind()) {
        case SEMI -> addIf(!matches.isEmpty(), rows, row);
        case ANTI -> addIf(matches.isEmpty(), rows, row);
        case INNER -> matches.forEach(match -> rows.add(glue(row, pick(match, rightRest))));
        case LEFT -> {
          matches.forEach(match -> rows.add(glue(row, pick(match, rightRest))));
          addIf(matches.isEmpty(), rows, glue(row, new @Nullable Object[rightRest.length]));
        }
      }
    }
    return new Table(schema, rows);
  }

  private static void addIf(
      boolean condition, List<@Nullable Object[]> rows, @Nullable Object[] row) {
    if (condition) {
      rows.add(row);
    }
  }

  private static Table group(Relation.Group group, Table of, Schema schema) {
    int[] by = of.places(group.by());
    Map<List<@Nullable Object>, List<@Nullable Object[]>> groups = new LinkedHashMap<>();
    if (by.length == 0) {
      groups.put(List.of(), new ArrayList<>());
    }
    for (@Nullable Object[] row : of.rows()) {
      groups.computeIfAbsent(key(row, by), k -> new ArrayList<>()).add(row);
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    groups.forEach(
        (key, members) -> {
          @Nullable Object[] results = new @Nullable Object[group.aggregates().size()];
          for (int i = 0; i < results.length; i++) {
            results[i] = aggregate(group.aggregates().get(i), of.schema(), members);
          }
          rows.add(glue(key.toArray(), results));
        });
    return new Table(schema, rows);
  }

  private static @Nullable Object aggregate(
      Aggregate aggregate, Schema schema, List<@Nullable Object[]> members) {
    if (aggregate.function() == Aggregate.Function.COUNT) {
      return (long) members.size();
    }
    int place = schema.index(aggregate.field());
    List<Object> known = new ArrayList<>();
    for (@Nullable Object[] row : members) {
      Object value = row[place];
      if (value != null) {
        known.add(value);
      }
    }
    return switch (aggregate.function()) {
      case COUNT, COUNT_KNOWN -> (long) known.size();
      case MIN -> known.stream().min(PlainEngine::compare).orElse(null);
      case MAX -> known.stream().max(PlainEngine::compare).orElse(null);
      case SUM -> known.isEmpty() ? null : sum(known, aggregate.field());
    };
  }

  private static long sum(List<Object> values, String field) {
    java.math.BigInteger sum = java.math.BigInteger.ZERO;
    for (Object value : values) {
      sum = sum.add(java.math.BigInteger.valueOf((Long) value));
    }
    if (sum.bitLength() > 63) {
      throw Refusal.badInput("linkage.engine.overflow", Where.field(field)).asException();
    }
    return sum.longValue();
  }

  private static @Nullable Object[] pick(@Nullable Object[] row, int[] places) {
    @Nullable Object[] picked = new @Nullable Object[places.length];
    for (int i = 0; i < places.length; i++) {
      picked[i] = row[places[i]];
    }
    return picked;
  }

  private static List<@Nullable Object> key(@Nullable Object[] row, int[] places) {
    return java.util.Arrays.asList(pick(row, places));
  }

  private static @Nullable Object[] glue(@Nullable Object[] left, @Nullable Object[] right) {
    @Nullable Object[] row = java.util.Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, row, left.length, right.length);
    return row;
  }

  private static int compareRows(@Nullable Object[] a, @Nullable Object[] b, int[] places) {
    for (int place : places) {
      int order = compareMissingFirst(a[place], b[place]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareMissingFirst(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return compare(a, b);
  }

  /** Text by code points, which is the order of UTF-8 bytes; Java's own order is by UTF-16. */
  private static int compare(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    int[] left = ((String) a).codePoints().toArray();
    int[] right = ((String) b).codePoints().toArray();
    return java.util.Arrays.compare(left, right);
  }
}
