// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.meent.ethics.Mandate;
import org.meent.linkage.cohort.UnitColumn.State;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.source.OpenedSource;
import org.meent.linkage.source.Sources;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.Eligibility;
import org.meent.protocols.Protocol;
import org.meent.protocols.StudyDesign;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Makes the cohort from opened sources, as the protocol declares it: the units of the design, who
 * of them is eligible on the index date, their arms, the outcome and the covariates.
 *
 * <p>A unit's arm is the arm of the instrument that the treatment source has of it, within the
 * treatment's window if there is one; a unit without a row there is in the arm that was declared
 * {@link CohortPlan.Treatment#ABSENT}, if there is one. An instrument that is no declared arm is a
 * counted loss, and so are different instruments in one window; different instruments of one person
 * without a window stop the run, because nothing says which counts.
 *
 * <p>A derived value is known when all the cells it is made of are. What a unit without rows gets
 * is declared; {@link Absent#REFUSE} loses the unit, as a counted loss with the variable's name,
 * and so does an empty cell of such a variable. {@link Absent#ZERO} is for units without rows: an
 * empty cell stays unknown. Nothing is imputed.
 *
 * <p><b>Not checked here:</b> for sources without time, whether a covariate was measured before the
 * index date and the outcome after it. Time then appears only in conditions such as {@code year:
 * 1978}.
 *
 * <p>Persons ascend by pseudonym, so the order of rows and the number of threads do not matter.
 */
public final class CohortAssembly {
  /** Name of the arm in lineages; no column may bear it. */
  public static final String ARM = "arm";

  private final CohortPlan plan;
  private final Sources sources;
  private final Engine engine;
  private final Losses losses;
  private final SequencedMap<String, UnitColumn> columns = new LinkedHashMap<>();
  private final List<String> subgroups;
  private Candidates units;

  private CohortAssembly(Protocol protocol, Sources sources, Engine engine, long[] population) {
    this.plan = protocol.cohort();
    this.subgroups = protocol.linkage().subgroups();
    this.sources = sources;
    this.engine = engine;
    this.units = Candidates.once(population, plan.design().earliest());
    this.losses = new Losses(population.length);
  }

  /**
   * Makes the cohort.
   *
   * @param mandate the mandate under which the sources were opened
   * @param sources the opened sources
   * @param engine the engine that holds them
   * @throws org.meent.protocols.refusal.RefusalException if the plan asks for what is not declared,
   *     or rows contradict each other
   * @throws IllegalArgumentException if the sources were opened under another mandate
   */
  public static Cohort assemble(Mandate mandate, Sources sources, Engine engine) {
    if (!mandate.digest().equals(sources.digest())) {
      throw new IllegalArgumentException("the sources were opened under another mandate");
    }
    Protocol protocol = mandate.protocol();
    PlanCheck.check(protocol, sources);
    Rows population = engine.fetch(sources.base().persons(), List.of(OpenedSource.KEY));
    long[] keys =
        IntStream.range(0, population.size()).mapToLong(i -> population.number(i, 0)).toArray();
    return new CohortAssembly(protocol, sources, engine, keys).cohort();
  }

  private Cohort cohort() {
    losses.endStep("population");
    indexDates();
    eligible();
    String[] arms = arms();
    List<Set<String>> closed =
        new EligibilityCheck(columns).closed(plan.treatment().eligible(), arms, losses);
    losses.endStep("assign to an arm");
    UnitColumn outcome = column(plan.outcome());
    loseUnknown(plan.outcome(), outcome);
    losses.endStep("outcome is known");
    SequencedMap<String, UnitColumn> wanted = new LinkedHashMap<>();
    plan.covariates()
        .forEach(
            (name, derived) -> {
              UnitColumn column = columns.computeIfAbsent(name, key -> column(derived));
              loseUnknown(derived, column);
              wanted.put(name, column);
            });
    losses.endStep("required covariates are known");

    int[] kept = losses.compact();
    SequencedMap<String, Cohort.Column> values = new LinkedHashMap<>();
    wanted.forEach((name, column) -> values.put(name, column.only(kept).column()));
    values.put(plan.outcome().name(), outcome.only(kept).column());
    Units rows = units.only(kept).units();
    if (plan.design().repeats()) {
      losses.countOnce("count each person once", "further trials of a person", rows.persons());
    }
    List<Flow> flows = new ArrayList<>(sources.flows());
    flows.add(losses.flow("cohort"));
    return new Cohort(
        rows,
        IntStream.of(kept).mapToObj(unit -> arms[unit]).toList(),
        IntStream.of(kept).mapToObj(closed::get).toList(),
        values,
        flows,
        groupFlows(),
        lineage());
  }

  private List<GroupFlow> groupFlows() {
    List<String> ends = losses.ends();
    Candidates everybody = Candidates.once(units.population(), plan.design().earliest());
    return subgroups.stream()
        .map(
            variable -> {
              UnitColumn code =
                  new PersonQuery(engine, everybody)
                      .single(variable, sources.base(), variable, new LinkedHashMap<>());
              return GroupFlow.of(variable, ((Cohort.Codes) code.column()).values(), ends);
            })
        .toList();
  }

  /** From persons to units with their index dates. */
  private void indexDates() {
    switch (plan.design()) {
      case StudyDesign.FixedLandmark fixed -> {}
      case StudyDesign.SequentialTrials trials -> {
        units = Candidates.trials(units.population(), trials);
        losses.multiply("start of every trial", "one for each further trial", units.person());
      }
      case StudyDesign.FirstStartLandmark first -> {
        firstStarts(first);
        losses.endStep("has an index date");
      }
    }
  }

  private void firstStarts(StudyDesign.FirstStartLandmark first) {
    DatedRows rows = DatedRows.fetch(engine, sources.source(first.of()), new LinkedHashMap<>(), "");
    int[] days = units.index().clone();
    int row = 0;
    for (int unit = 0; unit < units.size(); unit++) {
      boolean found = false;
      for (; row < rows.size() && rows.key(row) <= units.key(unit); row++) {
        LocalDate start = LocalDate.ofEpochDay(rows.start(row));
        boolean in = !start.isBefore(first.from()) && !start.isAfter(first.to());
        if (in && !found && rows.key(row) == units.key(unit)) {
          found = true;
          days[unit] = Math.toIntExact(start.plusMonths(first.afterMonths()).toEpochDay());
        }
      }
      if (!found) {
        losses.lose(unit, "no spell starts in the period");
      }
    }
    units = units.from(days);
  }

  /** Keeps who is eligible; from here on only eligible units take room. */
  private void eligible() {
    if (plan.eligible().isEmpty() && plan.treatment().eligible().isEmpty()) {
      return;
    }
    Set<String> asked = new LinkedHashSet<>();
    Stream.concat(
            plan.eligible().stream(),
            plan.treatment().eligible().sequencedValues().stream().flatMap(List::stream))
        .map(Eligibility::covariate)
        .forEach(asked::add);
    plan.covariates()
        .forEach(
            (name, derived) -> {
              if (asked.contains(name)) {
                columns.put(name, column(derived));
              }
            });
    if (!plan.eligible().isEmpty()) {
      new EligibilityCheck(columns).population(plan.eligible(), losses);
      losses.endStep("eligible on the index date");
    }
    int[] kept = losses.compact();
    units = units.only(kept);
    columns.replaceAll((name, column) -> column.only(kept));
  }

  private String[] arms() {
    CohortPlan.Treatment treatment = plan.treatment();
    OpenedSource source = sources.source(treatment.from());
    UnitColumn instrument =
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
    return new ArmAssignment(treatment).assign(instrument, losses);
  }

  private UnitColumn column(Derived derived) {
    OpenedSource source = sources.source(derived.from());
    UnitColumn column;
    if (derived.window().isPresent()) {
      column = new WindowQuery(engine, units, losses).derived(source, derived);
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
    } else {
      column = new PersonQuery(engine, units).derived(derived.name(), source, derived);
    }
    return derived.absent() == Absent.ZERO ? column.zeroWhereNoRow() : column;
  }

  private void loseUnknown(Derived derived, UnitColumn column) {
    if (derived.absent() != Absent.REFUSE) {
      return;
    }
    for (int unit = 0; unit < units.size(); unit++) {
      State state = column.state(unit);
      if (state != State.KNOWN) {
        losses.lose(unit, derived.name() + (state == State.NO_ROW ? ": no row" : ": not known"));
      }
    }
  }

  private List<Lineage> lineage() {
    List<Lineage> lineage = new ArrayList<>();
    CohortPlan.Treatment treatment = plan.treatment();
    lineage.add(Lineage.of(treatment, sources.source(treatment.from())));
    Stream.concat(plan.covariates().sequencedValues().stream(), Stream.of(plan.outcome()))
        .forEach(derived -> lineage.add(Lineage.of(derived, sources.source(derived.from()))));
    return lineage;
  }
}
