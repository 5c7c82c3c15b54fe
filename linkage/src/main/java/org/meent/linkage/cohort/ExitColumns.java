// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Field;
import org.meent.linkage.source.Sources;
import org.meent.linkage.spell.SpellAlgebra;
import org.meent.linkage.spell.Track;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.ExitPlan;
import org.meent.protocols.StudyDesign;

/**
 * When and how each unit left the state that the study follows, and whether it came back. Months
 * count from the day on which arms are settled; who is not in the state then is a counted loss,
 * whatever the arm, because people could leave before that day in some arms only.
 *
 * <p>Exits count in months that are wholly known: a month counts if the days in which kinds and
 * gaps are looked for are known after its end too. A unit is followed until the last such month.
 */
final class ExitColumns {
  private final ExitPlan plan;
  private final StudyDesign design;
  private final List<String> outcomes;
  private final StateRows state;
  private final SequencedMap<String, StateRows> kinds = new LinkedHashMap<>();
  private final Candidates units;
  private final Losses losses;
  private final SpellAlgebra algebra = new SpellAlgebra();
  private final Track spells = new Track();
  private final Track joined = new Track();
  private final SequencedMap<String, UnitColumn> columns = new LinkedHashMap<>();

  private ExitColumns(
      CohortPlan cohort,
      ExitPlan plan,
      Sources sources,
      Engine engine,
      Candidates units,
      Losses losses) {
    this.plan = plan;
    this.design = cohort.design();
    this.outcomes = cohort.exitOutcomes();
    this.units = units;
    this.losses = losses;
    state = new StateRows(engine, sources, units, plan.from());
    plan.kinds()
        .forEach((name, kind) -> kinds.put(name, new StateRows(engine, sources, units, kind)));
    for (String name : names(cohort)) {
      Field field = name.equals(plan.kind()) ? Field.text(name) : Field.number(name);
      columns.put(name, new UnitColumn(field, units.size()));
    }
  }

  /** The names of the columns, in the order of the cohort; none if no exits are declared. */
  static List<String> names(CohortPlan cohort) {
    return cohort
        .exits()
        .map(
            exits -> {
              List<String> names = new ArrayList<>(List.of(exits.month(), exits.kind()));
              names.addAll(cohort.exitOutcomes());
              return List.copyOf(names);
            })
        .orElse(List.of());
  }

  /** The columns of some units, ascending; loses who is not at risk of leaving. */
  static SequencedMap<String, UnitColumn> of(
      CohortPlan cohort,
      ExitPlan plan,
      Sources sources,
      Engine engine,
      Candidates units,
      Losses losses) {
    ExitColumns exits = new ExitColumns(cohort, plan, sources, engine, units, losses);
    for (int unit = 0; unit < units.size(); unit++) {
      exits.turnTo(unit);
      exits.look(unit);
    }
    return exits.columns;
  }

  private void turnTo(int unit) {
    state.turnTo(unit);
    kinds.values().forEach(kind -> kind.turnTo(unit));
    state.spells(spells);
    algebra.merge(spells, plan.gap(), joined);
  }

  private void look(int unit) {
    LocalDate begin = units.day(unit).plusMonths(ExitPlan.start(design));
    int spell = spellOn(day(begin));
    if (spell < 0) {
      losses.lose(unit, plan.name() + ": not in " + plan.from().from() + " when months begin");
      return;
    }
    int end = joined.end(spell);
    int seen = seen(begin);
    int month = 1;
    while (month < seen && day(begin.plusMonths(month)) < end) {
      month++;
    }
    boolean left = end <= day(begin.plusMonths(month));
    String kind = left ? kind(end) : ExitPlan.NOT_LEFT;
    column(plan.month()).set(unit, month);
    column(plan.kind()).set(unit, kind);
    for (String name : plan.kindNames()) {
      if (outcomes.contains(plan.left(name))) {
        column(plan.left(name)).set(unit, kind.equals(name) ? 1 : 0);
      }
    }
    if (outcomes.contains(plan.returned())) {
      boolean early = end <= day(begin.plusMonths(plan.returnsOf()));
      column(plan.returned()).set(unit, early && isBack(spell) ? 1 : 0);
    }
  }

  /** The spell that holds on a day; -1 if none does. */
  private int spellOn(int day) {
    for (int i = 0; i < joined.size(); i++) {
      if (joined.start(i) <= day && day < joined.end(i)) {
        return i;
      }
    }
    return -1;
  }

  /** The last month, from 1, that is wholly known. */
  private int seen(LocalDate begin) {
    int month = plan.follow();
    while (month > 1 && begin.plusMonths(month).plusDays(plan.look()).isAfter(plan.unknownFrom())) {
      month--;
    }
    return month;
  }

  private String kind(int exit) {
    return kinds.sequencedEntrySet().stream()
        .filter(kind -> kind.getValue().holds(exit, exit + plan.within()))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElse(plan.kindNames().getLast());
  }

  private boolean isBack(int spell) {
    LocalDate exit = LocalDate.ofEpochDay(joined.end(spell));
    return spell + 1 < joined.size()
        && joined.start(spell + 1) < day(exit.plusMonths(ExitPlan.RETURN_MONTHS));
  }

  private UnitColumn column(String name) {
    return java.util.Objects.requireNonNull(columns.get(name));
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }
}
