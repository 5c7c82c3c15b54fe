// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.List;
import java.util.Map;
import org.meent.linkage.cohort.UnitColumn.State;
import org.meent.linkage.engine.Aggregate;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.source.OpenedSource;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Asks the engine for one value per person, of rows that have no time. Every question groups by
 * person, so all units of a person get the same value.
 */
final class PersonQuery {
  private final Engine engine;
  private final Candidates units;

  PersonQuery(Engine engine, Candidates units) {
    this.engine = engine;
    this.units = units;
  }

  /** The value of a derived variable. */
  UnitColumn derived(String name, OpenedSource source, Derived derived) {
    Map<String, String> where = derived.where();
    return switch (derived.select()) {
      case LATEST, MONTHS_IN_STATE, STATE_AT ->
          throw new IllegalArgumentException(derived.select() + " needs rows with a time");
      case VALUE -> single(name, source, derived.variable(), where);
      case SUM -> aggregate(source, derived, Aggregate.sum(field(source, derived), "value"));
      case MIN -> aggregate(source, derived, Aggregate.min(field(source, derived), "value"));
      case MAX -> aggregate(source, derived, Aggregate.max(field(source, derived), "value"));
      case COUNT -> {
        Rows answer = ask(source, where, Aggregate.count("rows"));
        yield column(answer, 1, row -> State.KNOWN);
      }
    };
  }

  /** The one value of each person; different values of a person stop the run. */
  UnitColumn single(String name, OpenedSource source, String variable, Map<String, String> where) {
    Field field = source.field(variable);
    Rows answer =
        ask(
            source,
            where,
            Aggregate.count("rows"),
            Aggregate.known(field.name(), "known"),
            Aggregate.min(field.name(), "least"),
            Aggregate.max(field.name(), "most"));
    long contradictory = 0;
    for (int row = 0; row < answer.size(); row++) {
      boolean someKnown = answer.number(row, 2) > 0;
      boolean allKnown = answer.number(row, 2) == answer.number(row, 1);
      if (someKnown && !(allKnown && sameLeastAndMost(answer, row, field))) {
        contradictory++;
      }
    }
    if (contradictory > 0) {
      throw Refusal.badInput(
              "linkage.cohort.several-values",
              Where.file(source.plan().paths()).in(name),
              variable,
              contradictory)
          .asException();
    }
    return column(answer, 3, row -> answer.number(row, 2) > 0 ? State.KNOWN : State.NOT_KNOWN);
  }

  private static boolean sameLeastAndMost(Rows answer, int row, Field field) {
    return field.kind() == Field.Kind.TEXT
        ? answer.text(row, 3).equals(answer.text(row, 4))
        : answer.number(row, 3) == answer.number(row, 4);
  }

  private UnitColumn aggregate(OpenedSource source, Derived derived, Aggregate aggregate) {
    Rows answer =
        ask(
            source,
            derived.where(),
            Aggregate.count("rows"),
            Aggregate.known(aggregate.field(), "known"),
            aggregate);
    return column(
        answer,
        3,
        row -> answer.number(row, 1) == answer.number(row, 2) ? State.KNOWN : State.NOT_KNOWN);
  }

  private UnitColumn column(Rows answer, int value, UnitColumn.Judge judge) {
    return UnitColumn.of(units.population(), units.person(), answer, value, judge);
  }

  private Rows ask(OpenedSource source, Map<String, String> where, Aggregate... aggregates) {
    Relation rows = source.rows().where(source.conditions(where));
    return engine.fetch(
        rows.groupBy(List.of(OpenedSource.KEY), aggregates), List.of(OpenedSource.KEY));
  }

  private static String field(OpenedSource source, Derived derived) {
    return source.field(derived.variable()).name();
  }
}
