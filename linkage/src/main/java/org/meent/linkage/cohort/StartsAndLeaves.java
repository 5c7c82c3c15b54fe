// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.meent.linkage.design.MonthlyHistories;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.source.OpenedSource;
import org.meent.linkage.source.Sources;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Treatment;

/** What each unit started, and when it left, by month of its design. */
final class StartsAndLeaves {
  private final CohortPlan plan;
  private final Sources sources;
  private final Engine engine;
  private final Candidates units;
  private final Losses losses;
  private final UnitMonths months;

  StartsAndLeaves(
      CohortPlan plan, Sources sources, Engine engine, Candidates units, Losses losses) {
    this.plan = plan;
    this.sources = sources;
    this.engine = engine;
    this.units = units;
    this.losses = losses;
    this.months = new UnitMonths(units, plan.monthsOfStarts());
  }

  /** What was started in each month; under a landmark first what counts on the index date. */
  byte[][] started(ArmNumbers arms) {
    Treatment treatment = plan.treatment();
    OpenedSource source = sources.source(treatment.from());
    byte[][] later =
        months.count() == 0
            ? new byte[units.size()][0]
            : months.started(DatedRows.fetch(engine, source, Map.of(), treatment.variable()), arms);
    if (Enrolment.before(plan) == 0) {
      return later;
    }
    UnitColumn settled =
        treatment
            .window()
            .map(
                window ->
                    new WindowQuery(engine, units, losses)
                        .single(source, treatment.variable(), window))
            .orElseGet(
                () ->
                    new PersonQuery(engine, units)
                        .single("treatment", source, treatment.variable(), new LinkedHashMap<>()));
    byte[][] all = new byte[units.size()][1 + months.count()];
    for (int unit = 0; unit < all.length; unit++) {
      String code = settled.text(unit);
      all[unit][0] = (byte) arms.of(settled.state(unit), code);
      System.arraycopy(later[unit], 0, all[unit], 1, months.count());
    }
    return all;
  }

  /** The month in which each unit left the state as long as which arms can be started. */
  int[] leaves() {
    Treatment treatment = plan.treatment();
    if (months.count() == 0 || !treatment.closes()) {
      int[] never = new int[units.size()];
      Arrays.fill(never, MonthlyHistories.NEVER);
      return never;
    }
    Derived state = Objects.requireNonNull(plan.covariates().get(treatment.openWhile()));
    DatedRows spells =
        DatedRows.fetch(engine, sources.source(state.from()), state.where(), state.variable());
    int[] leaves = months.leave(spells);
    for (int unit = 0; unit < leaves.length; unit++) {
      leaves[unit] += leaves[unit] == MonthlyHistories.NEVER ? 0 : Enrolment.before(plan);
    }
    return leaves;
  }
}
