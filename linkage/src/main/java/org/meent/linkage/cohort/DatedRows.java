// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.source.OpenedSource;
import org.meent.linkage.source.SpellDays;
import org.meent.linkage.spell.Track;
import org.meent.protocols.SourcePlan.Timing;

/**
 * Rows of a source that have a time, in order of person and start: when each holds, and a value.
 */
final class DatedRows {
  private final Rows rows;
  private final int start;
  private final int end;
  private final Timing.EndIs endIs;
  private final int value;

  private DatedRows(Rows rows, int start, int end, Timing.EndIs endIs, int value) {
    this.rows = rows;
    this.start = start;
    this.end = end;
    this.endIs = endIs;
    this.value = value;
  }

  /**
   * Fetches the rows that fulfil the conditions.
   *
   * @param variable the variable whose value is wanted; empty for none
   * @throws IllegalArgumentException if rows of the source have no time
   */
  static DatedRows fetch(
      Engine engine, OpenedSource source, Map<String, String> where, String variable) {
    Set<String> names = new LinkedHashSet<>(List.of(OpenedSource.KEY));
    String start;
    String end = "";
    Timing.EndIs endIs = Timing.EndIs.EXCLUSIVE;
    switch (source.plan().timing()) {
      case Timing.Undated() ->
          throw new IllegalArgumentException("rows of " + source.name() + " have no time");
      case Timing.Event(String day) -> start = source.field(day).name();
      case Timing.Spell spell -> {
        start = source.field(spell.start()).name();
        end = source.field(spell.end()).name();
        endIs = spell.endIs();
      }
    }
    names.add(start);
    if (!end.isEmpty()) {
      names.add(end);
    }
    String value = variable.isEmpty() ? "" : source.field(variable).name();
    if (!value.isEmpty()) {
      names.add(value);
    }
    Rows rows =
        engine.fetch(
            source.rows().where(source.conditions(where)).only(List.copyOf(names)),
            List.of(OpenedSource.KEY, start));
    return new DatedRows(rows, place(rows, start), place(rows, end), endIs, place(rows, value));
  }

  private static int place(Rows rows, String name) {
    return name.isEmpty() ? -1 : rows.schema().index(name);
  }

  int size() {
    return rows.size();
  }

  long key(int row) {
    return rows.number(row, 0);
  }

  /** The first day on which a row holds. */
  int start(int row) {
    return Math.toIntExact(rows.number(row, start));
  }

  /** The first day after a row. */
  int end(int row) {
    return end < 0 ? start(row) + 1 : SpellDays.after(endIs, rows.number(row, end));
  }

  /** What the wanted variable holds. */
  Field field() {
    return rows.schema().fields().get(value);
  }

  boolean isMissing(int row) {
    return rows.isMissing(row, value);
  }

  long number(int row) {
    return rows.number(row, value);
  }

  String text(int row) {
    return rows.text(row, value);
  }

  /** Whether two rows have the same known value. */
  boolean same(int row, int other) {
    return field().kind() == Field.Kind.TEXT
        ? text(row).equals(text(other))
        : number(row) == number(other);
  }

  /** The spells of some rows, in order. */
  void spells(int from, int to, Track into) {
    into.clear();
    for (int row = from; row < to; row++) {
      into.add(start(row), end(row), 0);
    }
    into.sort();
  }
}
