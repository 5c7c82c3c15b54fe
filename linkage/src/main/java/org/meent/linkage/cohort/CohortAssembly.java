// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.meent.ethics.Mandate;
import org.meent.linkage.design.CensoringWeights;
import org.meent.linkage.design.TrialRow;
import org.meent.linkage.design.TrialRows;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.source.OpenedSource;
import org.meent.linkage.source.Sources;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.Eligibility;
import org.meent.protocols.ExitPlan;
import org.meent.protocols.IndexDates;
import org.meent.protocols.Protocol;

/**
 * Makes the cohort from opened sources, as the protocol declares it: who is eligible on which index
 * date, their arms by the design, the outcomes and the covariates, and a weight where rows are
 * given up because people do not keep to their arm.
 *
 * <p>A unit's arm is the arm of the instrument that it started first, in the window or the grace;
 * who started nothing is in the arm that was declared {@link CohortPlan.Treatment#ABSENT}, if there
 * is one. An instrument that is no declared arm is a counted loss, and so are different instruments
 * in one window or month; different instruments of one person without a window stop the run,
 * because nothing says which counts.
 *
 * <p>A derived value is known when all the cells it is made of are. What a unit without rows gets
 * is declared; {@link CohortPlan.Absent#REFUSE} loses the unit, as a counted loss with the
 * variable's name, and so does an empty cell of such a variable. {@link CohortPlan.Absent#ZERO} is
 * for units without rows: an empty cell stays unknown. Nothing is imputed.
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

  /** Name of the weight in lineages; no column may bear it. */
  public static final String WEIGHT = "weight";

  private final CohortPlan plan;
  private final Sources sources;
  private final Engine engine;
  private final DeviationModel model;
  private final Losses losses;
  private final DerivedColumns derived;
  private final SequencedMap<String, UnitColumn> columns = new LinkedHashMap<>();
  private final List<String> subgroups;
  private Candidates units;
  private List<Set<String>> closed = List.of();
  private TrialRows rows = TrialRows.NONE;
  private int[] eligible = {};
  private final SequencedMap<String, UnitColumn> known = new LinkedHashMap<>();

  private CohortAssembly(
      Protocol protocol, Sources sources, Engine engine, DeviationModel model, long[] population) {
    this.plan = protocol.cohort();
    this.subgroups = protocol.linkage().subgroups();
    this.sources = sources;
    this.engine = engine;
    this.model = model;
    this.units = Candidates.once(population, plan.design().index().earliest());
    this.losses = new Losses(population.length);
    this.derived = new DerivedColumns(sources, engine, losses);
  }

  /**
   * Makes the cohort.
   *
   * @param mandate the mandate under which the sources were opened
   * @param sources the opened sources
   * @param engine the engine that holds them
   * @param model learns who keeps to an arm, where the plan asks for weights
   * @throws org.meent.protocols.refusal.RefusalException if the plan asks for what is not declared,
   *     or rows contradict each other
   * @throws IllegalArgumentException if the sources were opened under another mandate
   */
  public static Cohort assemble(
      Mandate mandate, Sources sources, Engine engine, DeviationModel model) {
    if (!mandate.digest().equals(sources.digest())) {
      throw new IllegalArgumentException("the sources were opened under another mandate");
    }
    Protocol protocol = mandate.protocol();
    PlanCheck.check(protocol, sources);
    Rows population = engine.fetch(sources.base().persons(), List.of(OpenedSource.KEY));
    long[] keys =
        IntStream.range(0, population.size()).mapToLong(i -> population.number(i, 0)).toArray();
    return new CohortAssembly(protocol, sources, engine, model, keys).cohort();
  }

  private Cohort cohort() {
    losses.endStep("population");
    indexDates();
    eligible();
    Enrolment enrolment = enrol();
    plan.exits().ifPresent(this::exits);
    measure(plan.outcomes(), "outcome is known");
    measure(plan.covariates(), "required covariates are known");
    keep(losses.compact());
    Switching switching = switching(enrolment);
    List<Double> weights = weights();

    SequencedMap<String, Cohort.Column> values = new LinkedHashMap<>();
    Stream.of(plan.covariates(), plan.outcomes())
        .flatMap(map -> map.sequencedKeySet().stream())
        .forEach(name -> values.put(name, column(name).column()));
    ExitColumns.names(plan).forEach(name -> values.put(name, column(name).column()));
    Units persons = units.units();
    if (plan.design().repeats()) {
      losses.countOnce("count each person once", "further rows of a person", persons.persons());
    }
    List<Flow> flows = new ArrayList<>(sources.flows());
    flows.add(losses.flow("cohort"));
    return new Cohort(
        persons,
        enrolment.names(rows),
        closed,
        weights,
        values,
        switching,
        keptAndLost(),
        flows,
        groupFlows(),
        Lineage.of(plan, sources));
  }

  private List<GroupFlow> groupFlows() {
    List<String> ends = losses.ends();
    Candidates everybody = Candidates.once(units.population(), plan.design().index().earliest());
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
    switch (plan.design().index()) {
      case IndexDates.OneDay day -> {}
      case IndexDates.Monthly trials -> {
        units = Candidates.trials(units.population(), trials);
        losses.become("start of every trial", "one for each further trial", units.person());
      }
      case IndexDates.FirstStart first -> {
        DatedRows spells =
            DatedRows.fetch(engine, sources.source(first.of()), new LinkedHashMap<>(), "");
        units = units.fromFirstStart(spells, first, losses);
        losses.endStep("has an index date");
      }
    }
  }

  /** Keeps who is eligible; from here on only eligible units take room. */
  private void eligible() {
    Stream.concat(
            plan.eligible().stream(),
            plan.treatment().eligible().sequencedValues().stream().flatMap(List::stream))
        .map(Eligibility::covariate)
        .forEach(name -> columns.computeIfAbsent(name, this::covariate));
    if (!plan.eligible().isEmpty()) {
      new EligibilityCheck(columns).population(plan.eligible(), losses);
      losses.endStep("eligible on the index date");
    }
    keep(losses.compact());
    plan.covariates().keySet().forEach(name -> columns.computeIfAbsent(name, this::covariate));
    eligible = units.person();
    plan.covariates().sequencedKeySet().forEach(name -> known.put(name, column(name)));
  }

  /** How those who are kept differ from those who were eligible and got lost. */
  private KeptAndLost keptAndLost() {
    boolean[] inCohort = new boolean[units.population().length];
    for (int person : units.person()) {
      inCohort[person] = true;
    }
    return KeptAndLost.of(eligible, inCohort, known);
  }

  /** From eligible units to rows in arms. */
  private Enrolment enrol() {
    ArmNumbers arms = new ArmNumbers(plan.treatment());
    StartsAndLeaves lives = new StartsAndLeaves(plan, sources, engine, units, losses);
    byte[][] started = lives.started(arms);
    for (int unit = 0; unit < units.size(); unit++) {
      String obstacle = Enrolment.obstacle(plan, arms, started[unit]);
      if (!obstacle.isEmpty()) {
        losses.lose(unit, obstacle);
      }
    }
    List<Set<String>> shut =
        new EligibilityCheck(columns).closed(plan.treatment().eligible(), units.size());
    Enrolment enrolment = new Enrolment(plan, arms, shut, started, lives.leaves());
    TrialRows all = enrolment.rows();
    all.lost().forEach(lost -> losses.lose(lost.person(), lost.reason()));
    rows =
        all.only(
            IntStream.range(0, all.size())
                .filter(row -> !losses.isLost(all.row(row).person()))
                .toArray());
    int[] unitOfRow = IntStream.range(0, rows.size()).map(row -> rows.row(row).person()).toArray();
    losses.become("assign to an arm", "clone for another arm", unitOfRow);
    units = units.only(unitOfRow);
    columns.replaceAll((name, column) -> column.only(unitOfRow));
    closed = IntStream.of(unitOfRow).mapToObj(shut::get).toList();
    return enrolment;
  }

  /** How rows leave; before anything else is measured of those who are not at risk. */
  private void exits(ExitPlan exits) {
    columns.putAll(ExitColumns.of(plan, exits, sources, engine, units, losses));
    losses.endStep("at risk of leaving");
  }

  private void measure(SequencedMap<String, Derived> wanted, String step) {
    wanted.forEach(
        (name, one) ->
            derived.loseUnknown(one, columns.computeIfAbsent(name, key -> derived.of(one, units))));
    losses.endStep(step);
  }

  /** What people in each arm did later, as far as the plan looks at it. */
  private Switching switching(Enrolment enrolment) {
    if (plan.monthsOfStarts() == 0) {
      return Switching.NONE;
    }
    int[] months =
        IntStream.range(0, rows.size()).map(row -> enrolment.deviates(rows.row(row))).toArray();
    return Switching.of(
        plan.monthsOfStarts(),
        List.copyOf(plan.treatment().arms().sequencedKeySet()),
        units.person(),
        enrolment.names(rows),
        months);
  }

  /** Gives up the rows that deviated; the weights of the others, or none if nobody is given up. */
  private List<Double> weights() {
    if (!plan.censors()) {
      return List.of();
    }
    SequencedMap<String, Cohort.Column> by = new LinkedHashMap<>();
    plan.treatment().weightsBy().forEach(name -> by.put(name, column(name).column()));
    CensoringWeights weights = CensoringWeights.of(rows, model.learn(rows, by));
    List<Double> kept = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.row(row).end() == TrialRow.End.DEVIATED) {
        losses.lose(row, "did something else than the arm says");
      } else {
        kept.add(weights.at(row, rows.row(row).to() - 1));
      }
    }
    losses.endStep("keep to the arm");
    keep(losses.compact());
    return kept;
  }

  /** Forgets everything about units that are not kept. */
  private void keep(int[] kept) {
    units = units.only(kept);
    columns.replaceAll((name, column) -> column.only(kept));
    if (!closed.isEmpty()) {
      closed = IntStream.of(kept).mapToObj(closed::get).toList();
      rows = rows.only(kept);
    }
  }

  private UnitColumn column(String name) {
    return Objects.requireNonNull(columns.get(name));
  }

  private UnitColumn covariate(String name) {
    return derived.of(plan.derived(name), units);
  }
}
