// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A question to an engine: rows made from tables. It has no order; fetching gives it one. */
public sealed interface Relation {

  /**
   * The rows of a table.
   *
   * @param table its name
   */
  record Scan(String table) implements Relation {}

  /**
   * Some fields, perhaps under other names.
   *
   * @param of where the rows come from
   * @param fields new name to old name, in the new order
   */
  record Project(Relation of, SequencedMap<String, String> fields) implements Relation {
    /** Copies the names. */
    public Project {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }
  }

  /**
   * The rows that fulfil all conditions.
   *
   * @param of where the rows come from
   * @param conditions the conditions
   */
  record Filter(Relation of, List<Condition> conditions) implements Relation {
    /** Copies the conditions. */
    public Filter {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * Rows of two relations that are equal in the named fields, which both have. Missing matches
   * nothing. Apart from these fields no name may be on both sides.
   *
   * @param left left side
   * @param right right side
   * @param on the fields that must be equal, at least one
   * @param kind which rows are kept
   */
  record Join(Relation left, Relation right, List<String> on, JoinKind kind) implements Relation {
    /** Copies the names. */
    public Join {
      on = List.copyOf(on);
    }
  }

  /** Which rows a join keeps. */
  enum JoinKind {
    /** Each pair of equal rows. */
    INNER,
    /** Each pair of equal rows, and left rows without an equal one with the right side missing. */
    LEFT,
    /** Left rows that have an equal one, once; left fields only. */
    SEMI,
    /** Left rows that have no equal one; left fields only. */
    ANTI
  }

  /**
   * One row for each combination of values, missing counting as a value of its own; without fields
   * exactly one row.
   *
   * @param of where the rows come from
   * @param by the fields
   * @param aggregates what is computed
   */
  record Group(Relation of, List<String> by, List<Aggregate> aggregates) implements Relation {
    /** Copies the lists. */
    public Group {
      by = List.copyOf(by);
      aggregates = List.copyOf(aggregates);
    }
  }

  /** The rows of a table. */
  static Relation scan(String table) {
    return new Scan(table);
  }

  /** Only these fields, under their own names. */
  default Relation only(List<String> names) {
    SequencedMap<String, String> same = new LinkedHashMap<>();
    names.forEach(name -> same.put(name, name));
    return new Project(this, same);
  }

  /** Only rows that fulfil all conditions. */
  default Relation where(List<Condition> conditions) {
    return new Filter(this, conditions);
  }

  /** Joined with another relation. */
  default Relation join(Relation right, List<String> on, JoinKind kind) {
    return new Join(this, right, on, kind);
  }

  /** Grouped. */
  default Relation groupBy(List<String> by, Aggregate... aggregates) {
    return new Group(this, by, List.of(aggregates));
  }
}
