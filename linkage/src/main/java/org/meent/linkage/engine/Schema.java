// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of a table or relation. All checks of a question stand here, once for all engines.
 *
 * @param fields the fields from left to right; names are unique
 */
public record Schema(List<Field> fields) {

  /**
   * Copies and checks the fields.
   *
   * @throws IllegalArgumentException if there is no field or a name appears twice
   */
  public Schema {
    fields = List.copyOf(fields);
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException("two fields are named " + field.name());
      }
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a schema needs a field");
    }
  }

  /** The names from left to right. */
  public List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  /**
   * The place of a field, from 0.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int index(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no field " + name + " among " + names());
  }

  /**
   * A field by name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Field field(String name) {
    return fields.get(index(name));
  }

  /**
   * The places by which rows are ordered: the named fields first, then all others from left to
   * right.
   *
   * @throws IllegalArgumentException if a name is unknown or appears twice
   */
  public int[] totalOrder(List<String> first) {
    List<Integer> places = new ArrayList<>();
    first.forEach(name -> places.add(index(name)));
    for (int i = 0; i < fields.size(); i++) {
      if (!places.contains(i)) {
        places.add(i);
      }
    }
    if (places.size() != fields.size()) {
      throw new IllegalArgumentException("a field is named twice in the order " + first);
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The schema of a relation.
   *
   * @param relation the relation
   * @param tables gives the schema of a table
   * @throws IllegalArgumentException if the relation does not fit its tables
   */
  public static Schema of(Relation relation, Function<String, Schema> tables) {
    return switch (relation) {
      case Relation.Scan(String table) -> tables.apply(table);
      case Relation.Project project -> ofProject(project, of(project.of(), tables));
      case Relation.Filter filter -> ofFilter(filter, of(filter.of(), tables));
      case Relation.Join join -> ofJoin(join, of(join.left(), tables), of(join.right(), tables));
      case Relation.Group group -> ofGroup(group, of(group.of(), tables));
    };
  }

  private static Schema ofProject(Relation.Project project, Schema from) {
    List<Field> fields = new ArrayList<>();
    project.fields().forEach((name, old) -> fields.add(from.field(old).named(name)));
    return new Schema(fields);
  }

  private static Schema ofFilter(Relation.Filter filter, Schema from) {
    for (Condition condition : filter.conditions()) {
      Field field = from.field(condition.field());
      switch (condition) {
        case Condition.Equal equal -> checkKind(field, equal.value());
        case Condition.In in -> in.values().forEach(value -> checkKind(field, value));
        case Condition.Known known -> {}
        case Condition.Missing missing -> {}
      }
    }
    return from;
  }

  private static void checkKind(Field field, Value value) {
    boolean fits =
        switch (value) {
          case Value.Text text -> field.kind() == Field.Kind.TEXT;
          case Value.Number number -> field.kind() != Field.Kind.TEXT;
        };
    if (!fits) {
      throw new IllegalArgumentException("field " + field.name() + " holds " + field.kind());
    }
  }

  private static Schema ofJoin(Relation.Join join, Schema left, Schema right) {
    if (join.on().isEmpty()) {
      throw new IllegalArgumentException("a join needs a field that must be equal");
    }
    for (String name : join.on()) {
      if (!left.field(name).equals(right.field(name))) {
        throw new IllegalArgumentException("field " + name + " differs in kind or scale");
      }
    }
    return switch (join.kind()) {
      case SEMI, ANTI -> left;
      case INNER, LEFT -> {
        List<Field> fields = new ArrayList<>(left.fields());
        right.fields().stream().filter(f -> !join.on().contains(f.name())).forEach(fields::add);
        yield new Schema(fields);
      }
    };
  }

  private static Schema ofGroup(Relation.Group group, Schema from) {
    List<Field> fields = new ArrayList<>();
    group.by().forEach(name -> fields.add(from.field(name)));
    for (Aggregate aggregate : group.aggregates()) {
      fields.add(ofAggregate(aggregate, from));
    }
    return new Schema(fields);
  }

  private static Field ofAggregate(Aggregate aggregate, Schema from) {
    return switch (aggregate.function()) {
      case COUNT -> Field.number(aggregate.as());
      case COUNT_KNOWN -> {
        from.index(aggregate.field());
        yield Field.number(aggregate.as());
      }
      case MIN, MAX -> from.field(aggregate.field()).named(aggregate.as());
      case SUM -> {
        Field field = from.field(aggregate.field());
        if (field.kind() != Field.Kind.NUMBER) {
          throw new IllegalArgumentException("only numbers have a sum, not " + field.name());
        }
        yield field.named(aggregate.as());
      }
    };
  }
}
