// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.source.Sources;
import org.meent.linkage.spell.Track;
import org.meent.protocols.ExitPlan.State;

/** The rows of a state, person by person, side by side with units in the same order. */
final class StateRows {
  private final List<DatedRows> rows = new ArrayList<>();
  private final List<PersonRows> places = new ArrayList<>();

  /** One list of rows for each alternative of the state's conditions; they may overlap. */
  StateRows(Engine engine, Sources sources, Candidates units, State state) {
    for (var where : state.alternatives()) {
      DatedRows alternative = DatedRows.fetch(engine, sources.source(state.from()), where, "");
      rows.add(alternative);
      places.add(new PersonRows(alternative, units));
    }
  }

  /** Turns to the person behind a unit; units ascend. */
  void turnTo(int unit) {
    places.forEach(place -> place.turnTo(unit));
  }

  /** Whether a row holds on one of some days. */
  boolean holds(int from, int to) {
    for (int i = 0; i < rows.size(); i++) {
      DatedRows of = rows.get(i);
      for (int row = places.get(i).from(); row < places.get(i).to(); row++) {
        if (of.start(row) < to && of.end(row) > from) {
          return true;
        }
      }
    }
    return false;
  }

  /** The spells of the person, in order. */
  void spells(Track into) {
    into.clear();
    for (int i = 0; i < rows.size(); i++) {
      for (int row = places.get(i).from(); row < places.get(i).to(); row++) {
        into.add(rows.get(i).start(row), rows.get(i).end(row), 0);
      }
    }
    into.sort();
  }
}
