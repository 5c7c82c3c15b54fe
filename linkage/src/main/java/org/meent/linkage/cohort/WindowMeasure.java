// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.time.LocalDate;
import org.meent.linkage.cohort.UnitColumn.State;
import org.meent.linkage.engine.Field;
import org.meent.linkage.spell.SpellAlgebra;
import org.meent.linkage.spell.SpellMeasures;
import org.meent.linkage.spell.Track;
import org.meent.protocols.CohortPlan.Select;
import org.meent.protocols.Window;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Takes one value out of the rows of one person after the other, window by window. */
final class WindowMeasure {
  private final DatedRows rows;
  private final Select select;
  private final UnitColumn column;
  private final SpellAlgebra algebra = new SpellAlgebra();
  private final Track spells = new Track();
  private final Track joined = new Track();
  private int from;
  private int to;
  private int latestStart;

  WindowMeasure(DatedRows rows, Select select, UnitColumn column) {
    this.rows = rows;
    this.select = select;
    this.column = column;
  }

  /** Turns to the rows of a person. */
  void person(int first, int after) {
    from = first;
    to = after;
    if (select == Select.MONTHS_IN_STATE) {
      rows.spells(from, to, spells);
      algebra.union(spells, 0, joined);
    }
  }

  /** Measures that person's rows around an index date. */
  void measure(int unit, LocalDate index, Window window) {
    if (select == Select.MONTHS_IN_STATE) {
      months(unit, index, window);
      return;
    }
    int last = Math.toIntExact(window.end(index).toEpochDay());
    int first =
        window.start(index).map(day -> Math.toIntExact(day.toEpochDay())).orElse(Integer.MIN_VALUE);
    boolean moment = window.isMoment();
    for (int row = from; row < to; row++) {
      int start = rows.start(row);
      boolean in =
          moment ? start <= first && first < rows.end(row) : first <= start && start < last;
      if (in) {
        take(unit, row);
      }
    }
  }

  /** Adds a row to what the unit has. Rows come in order of their start. */
  private void take(int unit, int row) {
    State before = column.state(unit);
    switch (select) {
      case STATE_AT -> column.set(unit, 1);
      case COUNT -> column.set(unit, before == State.NO_ROW ? 1 : column.number(unit) + 1);
      case VALUE, LATEST, SUM, MIN, MAX -> {
        if (before == State.NO_ROW) {
          first(unit, row);
        } else if (select == Select.LATEST) {
          latest(unit, row, before);
        } else if (before == State.NOT_KNOWN || rows.isMissing(row)) {
          column.set(unit, select == Select.VALUE ? contradicted(row, before) : State.NOT_KNOWN);
        } else if (before == State.KNOWN) {
          more(unit, row);
        }
      }
      case MONTHS_IN_STATE -> throw new IllegalStateException("months are not taken by row");
    }
  }

  /** One value is known and another is not, or neither is. */
  private State contradicted(int row, State before) {
    boolean neither = before == State.NOT_KNOWN && rows.isMissing(row);
    return neither ? State.NOT_KNOWN : State.SEVERAL;
  }

  private void first(int unit, int row) {
    latestStart = rows.start(row);
    if (rows.isMissing(row)) {
      column.set(unit, State.NOT_KNOWN);
    } else if (rows.field().kind() == Field.Kind.TEXT) {
      column.set(unit, rows.text(row));
    } else {
      column.set(unit, rows.number(row));
    }
  }

  /** A later row replaces; one of the same day must agree, else nobody knows. */
  private void latest(int unit, int row, State before) {
    if (rows.start(row) > latestStart) {
      first(unit, row);
    } else if (before != State.KNOWN || rows.isMissing(row) || !sameAsColumn(unit, row)) {
      column.set(unit, State.NOT_KNOWN);
    }
  }

  private boolean sameAsColumn(int unit, int row) {
    return rows.field().kind() == Field.Kind.TEXT
        ? column.text(unit).equals(rows.text(row))
        : column.number(unit) == rows.number(row);
  }

  private void more(int unit, int row) {
    switch (select) {
      case SUM -> column.set(unit, sum(column.number(unit), rows.number(row)));
      case MIN -> column.set(unit, Math.min(column.number(unit), rows.number(row)));
      case MAX -> column.set(unit, Math.max(column.number(unit), rows.number(row)));
      case VALUE -> {
        if (!sameAsColumn(unit, row)) {
          column.set(unit, State.SEVERAL);
        }
      }
      case LATEST, COUNT, STATE_AT, MONTHS_IN_STATE ->
          throw new IllegalStateException(select + " is not summed up row by row");
    }
  }

  private static long sum(long a, long b) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException e) {
      throw Refusal.badInput("linkage.engine.overflow", Where.NOWHERE).asException();
    }
  }

  /** Months of which at least one day lies in a spell; without any there is no row. */
  private void months(int unit, LocalDate index, Window window) {
    int origin = Math.toIntExact(index.toEpochDay());
    int months = 0;
    for (int month = window.from().orElseThrow(); month < window.to(); month++) {
      var days = org.meent.linkage.spell.Window.months(origin, month, month + 1);
      months += SpellMeasures.coveredDays(joined, days) > 0 ? 1 : 0;
    }
    if (months > 0) {
      column.set(unit, months);
    }
  }
}
