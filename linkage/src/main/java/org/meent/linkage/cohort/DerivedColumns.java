// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.stream.IntStream;
import org.meent.linkage.cohort.UnitColumn.State;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.source.OpenedSource;
import org.meent.linkage.source.Sources;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Computes declared variables, one value for each unit. */
final class DerivedColumns {
  private final Sources sources;
  private final Engine engine;
  private final Losses losses;

  DerivedColumns(Sources sources, Engine engine, Losses losses) {
    this.sources = sources;
    this.engine = engine;
    this.losses = losses;
  }

  /** The values of units; who is lost already may get none. Contradictory rows stop the run. */
  UnitColumn of(Derived derived, Candidates units) {
    OpenedSource source = sources.source(derived.from());
    UnitColumn column =
        derived.window().isPresent()
            ? new WindowQuery(engine, units, losses).derived(source, derived)
            : new PersonQuery(engine, units).derived(derived.name(), source, derived);
    long several =
        IntStream.range(0, column.size())
            .filter(unit -> column.state(unit) == State.SEVERAL)
            .count();
    if (several > 0) {
      throw Refusal.badInput(
              "linkage.cohort.several-values",
              Where.file(source.plan().paths()).in(derived.name()),
              derived.variable(),
              several)
          .asException();
    }
    return derived.absent() == Absent.ZERO ? column.zeroWhereNoRow() : column;
  }

  /** Loses the units of which nothing is known, where the plan says so. */
  void loseUnknown(Derived derived, UnitColumn column) {
    if (derived.absent() != Absent.REFUSE) {
      return;
    }
    for (int unit = 0; unit < column.size(); unit++) {
      State state = column.state(unit);
      if (state != State.KNOWN) {
        losses.lose(unit, derived.name() + (state == State.NO_ROW ? ": no row" : ": not known"));
      }
    }
  }
}
