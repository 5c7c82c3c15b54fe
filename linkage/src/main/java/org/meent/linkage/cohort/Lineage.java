// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.meent.linkage.source.OpenedSource;
import org.meent.linkage.source.Sources;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.ExitPlan;
import org.meent.protocols.ScriptPlan;
import org.meent.protocols.SourcePlan.LockedPath;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.Window;
import org.meent.protocols.yaml.Words;

/**
 * Where a column of the cohort comes from.
 *
 * @param column name in the cohort; {@code arm} for the arm
 * @param source name of the source
 * @param files the source's files with their locks
 * @param columns columns of the files that were used, without the key
 * @param select what was taken of a person's rows, such as {@code sum}; {@link ScriptPlan#UNTRACED}
 *     where the study's own SQL derived it
 * @param where conditions that rows had to fulfil
 * @param window when rows had to hold, relative to the index date; empty for rows without time
 * @param absent what a person without such rows got
 */
public record Lineage(
    String column,
    String source,
    List<LockedPath> files,
    List<String> columns,
    String select,
    SequencedMap<String, String> where,
    String window,
    String absent) {

  /** Copies lists and conditions. */
  public Lineage {
    files = List.copyOf(files);
    columns = List.copyOf(columns);
    where = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(where));
  }

  /**
   * Of the arm, each column in the order of the cohort, and the weight if there is one; a column
   * about leaving has one for each source.
   */
  static List<Lineage> of(CohortPlan plan, Sources sources) {
    List<Lineage> lineage = new ArrayList<>();
    CohortPlan.Treatment treatment = plan.treatment();
    OpenedSource starts = sources.source(treatment.from());
    String absent =
        treatment.arms().containsValue(CohortPlan.Treatment.ABSENT)
            ? CohortAssembly.ARM
            : Words.of(CohortPlan.Absent.REFUSE);
    String window = treatment.window().map(Window::toString).orElse("");
    lineage.add(started(CohortAssembly.ARM, treatment, starts, window, absent));
    Stream.of(plan.covariates(), plan.outcomes())
        .flatMap(map -> map.sequencedValues().stream())
        .forEach(derived -> lineage.add(of(derived, sources.source(derived.from()))));
    plan.exits().ifPresent(exits -> lineage.addAll(of(plan, exits, sources)));
    if (plan.censors()) {
      String followed = "0.." + plan.monthsOfStarts() + " months";
      lineage.add(started(CohortAssembly.WEIGHT, treatment, starts, followed, ""));
    }
    return lineage;
  }

  /** Of each column about leaving: the state, and for ways of leaving each kind. */
  private static List<Lineage> of(CohortPlan plan, ExitPlan exits, Sources sources) {
    List<Lineage> lineage = new ArrayList<>();
    for (String column : ExitColumns.names(plan)) {
      lineage.add(of(column, exits.from(), sources));
      if (!column.equals(exits.month()) && !column.equals(exits.returned())) {
        exits.kinds().values().forEach(kind -> lineage.add(of(column, kind, sources)));
      }
    }
    return lineage;
  }

  private static Lineage of(String column, ExitPlan.State state, Sources sources) {
    OpenedSource source = sources.source(state.from());
    Set<String> columns = new LinkedHashSet<>(state.where().sequencedKeySet());
    columns.addAll(days(source));
    SequencedMap<String, String> where = new LinkedHashMap<>();
    state.where().forEach((variable, values) -> where.put(variable, String.join(" | ", values)));
    return new Lineage(
        column,
        source.name(),
        source.plan().files(),
        List.copyOf(columns),
        source.plan().isDerived() ? ScriptPlan.UNTRACED : "exit",
        where,
        "",
        "");
  }

  private static List<String> days(OpenedSource source) {
    return switch (source.plan().timing()) {
      case Timing.Undated() -> List.of();
      case Timing.Event(String day) -> List.of(day);
      case Timing.Spell spell -> List.of(spell.start(), spell.end());
    };
  }

  private static Lineage started(
      String column,
      CohortPlan.Treatment treatment,
      OpenedSource source,
      String window,
      String absent) {
    List<String> columns = new ArrayList<>(List.of(treatment.variable()));
    if (!treatment.start().isEmpty()) {
      columns.add(treatment.start());
    }
    return new Lineage(
        column,
        source.name(),
        source.plan().files(),
        columns,
        Words.of(CohortPlan.Select.VALUE),
        new LinkedHashMap<>(),
        window,
        absent);
  }

  /** Of a derived variable. */
  static Lineage of(CohortPlan.Derived derived, OpenedSource source) {
    Set<String> columns = new LinkedHashSet<>();
    if (!derived.variable().isEmpty()) {
      columns.add(derived.variable());
    }
    columns.addAll(derived.where().sequencedKeySet());
    if (derived.window().isPresent()) {
      columns.addAll(days(source));
    }
    return new Lineage(
        derived.name(),
        source.name(),
        source.plan().files(),
        List.copyOf(columns),
        source.plan().isDerived() ? ScriptPlan.UNTRACED : Words.of(derived.select()),
        derived.where(),
        derived.window().map(Window::toString).orElse(""),
        Words.of(derived.absent()));
  }
}
