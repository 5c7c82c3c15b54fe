// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.time.LocalDate;
import java.util.Map;
import org.meent.linkage.cohort.UnitColumn.State;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Field;
import org.meent.linkage.source.OpenedSource;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Select;
import org.meent.protocols.Window;

/**
 * Gives each unit one value from the rows that hold in a window around its index date. A row lies
 * in a window when its first day does; in a window that is a moment, when it holds then.
 */
final class WindowQuery {
  private final Engine engine;
  private final Candidates units;
  private final Losses losses;

  /** Units that are lost already get no value. */
  WindowQuery(Engine engine, Candidates units, Losses losses) {
    this.engine = engine;
    this.units = units;
    this.losses = losses;
  }

  /** The value of a derived variable that has a window. */
  UnitColumn derived(OpenedSource source, Derived derived) {
    DatedRows rows = DatedRows.fetch(engine, source, derived.where(), derived.variable());
    return answer(rows, derived.select(), derived.window().orElseThrow());
  }

  /**
   * The one value of the rows in a window; {@link State#SEVERAL} where there are different ones.
   */
  UnitColumn single(OpenedSource source, String variable, Window window) {
    return answer(DatedRows.fetch(engine, source, Map.of(), variable), Select.VALUE, window);
  }

  private UnitColumn answer(DatedRows rows, Select select, Window window) {
    Field field = select.ofRows() ? Field.number("value") : rows.field();
    UnitColumn column = new UnitColumn(field, units.size());
    WindowMeasure measure = new WindowMeasure(rows, select, column);
    PersonRows of = new PersonRows(rows, units);
    for (int unit = 0; unit < units.size(); unit++) {
      if (of.turnTo(unit)) {
        measure.person(of.from(), of.to());
      }
      if (of.from() < of.to() && !losses.isLost(unit)) {
        LocalDate index = units.day(unit);
        measure.measure(unit, index, window);
      }
    }
    return column;
  }
}
