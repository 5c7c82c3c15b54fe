// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.meent.ethics.Mandate;
import org.meent.linkage.cohort.PersonColumn.State;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.source.OpenedSource;
import org.meent.linkage.source.Sources;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.Protocol;

/**
 * Makes the cohort from opened sources, as the protocol declares it.
 *
 * <p>A person's arm is the arm of the instrument in the treatment source; a person without a row
 * there is in the arm that was declared {@link CohortPlan.Treatment#ABSENT}, if there is one. An
 * instrument that is no declared arm is a counted loss; two different instruments of one person
 * stop the run, because a landmark design does not say which counts.
 *
 * <p>A derived value is known when all the cells it is made of are. What a person without rows gets
 * is declared; {@link Absent#REFUSE} loses the person, as a counted loss with the variable's name,
 * and so does an empty cell of such a variable. {@link Absent#ZERO} is for people without rows: an
 * empty cell stays unknown. Nothing is imputed.
 *
 * <p><b>Not checked here:</b> whether a covariate was measured before the index date and the
 * outcome after it. Time appears only in conditions such as {@code year: 1978}; windows around the
 * index date follow with spells.
 *
 * <p>Persons ascend by pseudonym, so the order of rows and the number of threads do not matter.
 */
public final class CohortAssembly {
  /** Name of the arm in lineages; no column may bear it. */
  public static final String ARM = "arm";

  private final CohortPlan plan;
  private final Sources sources;
  private final PersonQuery query;
  private final Losses losses;

  private CohortAssembly(CohortPlan plan, Sources sources, PersonQuery query) {
    this.plan = plan;
    this.sources = sources;
    this.query = query;
    this.losses = new Losses(query.persons());
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
    return new CohortAssembly(protocol.cohort(), sources, new PersonQuery(engine, keys)).cohort();
  }

  private Cohort cohort() {
    losses.endStep("population");
    String[] arms = arms();
    losses.endStep("assign to an arm");
    PersonColumn outcome = column(plan.outcome().name(), plan.outcome());
    losses.endStep("outcome is known");
    SequencedMap<String, PersonColumn> columns = new LinkedHashMap<>();
    plan.covariates().forEach((name, derived) -> columns.put(name, column(name, derived)));
    losses.endStep("required covariates are known");
    columns.put(plan.outcome().name(), outcome);

    int[] kept = losses.kept();
    SequencedMap<String, Cohort.Column> values = new LinkedHashMap<>();
    columns.forEach((name, column) -> values.put(name, column.keep(kept)));
    List<Flow> flows = new ArrayList<>(sources.flows());
    flows.add(losses.flow("cohort"));
    List<String> armsKept = IntStream.of(kept).mapToObj(person -> arms[person]).toList();
    return new Cohort(kept.length, armsKept, values, flows, lineage());
  }

  /** The arm of every person; empty for those who are lost. */
  private String[] arms() {
    CohortPlan.Treatment treatment = plan.treatment();
    OpenedSource source = sources.source(treatment.from());
    PersonColumn instrument = query.single("treatment", source, treatment.variable(), Map.of());
    Map<String, String> armOf = new LinkedHashMap<>();
    treatment.arms().forEach((arm, code) -> armOf.put(code, arm));
    String absent = armOf.remove(CohortPlan.Treatment.ABSENT);
    String[] arms = new String[query.persons()];
    for (int person = 0; person < arms.length; person++) {
      String arm =
          switch (instrument.state(person)) {
            case NO_ROW -> absent;
            case NOT_KNOWN -> null;
            case KNOWN -> armOf.get(instrument.text(person));
          };
      arms[person] = arm == null ? "" : arm;
      if (arm == null) {
        losses.lose(
            person,
            switch (instrument.state(person)) {
              case NO_ROW -> "no row in the treatment source";
              case NOT_KNOWN -> "instrument is not known";
              case KNOWN -> "instrument outside the declared arms";
            });
      }
    }
    return arms;
  }

  private PersonColumn column(String name, Derived derived) {
    OpenedSource source = sources.source(derived.from());
    PersonColumn column = query.derived(name, source, derived);
    return switch (derived.absent()) {
      case MISSING -> column;
      case ZERO -> column.zeroWhereNoRow();
      case REFUSE -> {
        for (int person = 0; person < query.persons(); person++) {
          if (column.state(person) != State.KNOWN) {
            boolean noRow = column.state(person) == State.NO_ROW;
            losses.lose(person, name + (noRow ? ": no row" : ": not known"));
          }
        }
        yield column;
      }
    };
  }

  private List<Lineage> lineage() {
    List<Lineage> lineage = new ArrayList<>();
    CohortPlan.Treatment treatment = plan.treatment();
    OpenedSource source = sources.source(treatment.from());
    lineage.add(
        new Lineage(
            ARM,
            source.name(),
            source.plan().path(),
            source.plan().lock(),
            List.of(treatment.variable()),
            Lineage.word(CohortPlan.Select.VALUE),
            new LinkedHashMap<>(),
            treatment.arms().containsValue(CohortPlan.Treatment.ABSENT)
                ? "arm"
                : Lineage.word(Absent.REFUSE)));
    plan.covariates().forEach((name, derived) -> lineage.add(lineage(name, derived)));
    lineage.add(lineage(plan.outcome().name(), plan.outcome()));
    return lineage;
  }

  private Lineage lineage(String name, Derived derived) {
    OpenedSource source = sources.source(derived.from());
    List<String> columns = new ArrayList<>();
    if (derived.select() != CohortPlan.Select.COUNT) {
      columns.add(derived.variable());
    }
    derived.where().sequencedKeySet().stream()
        .filter(variable -> !columns.contains(variable))
        .forEach(columns::add);
    return new Lineage(
        name,
        source.name(),
        source.plan().path(),
        source.plan().lock(),
        columns,
        Lineage.word(derived.select()),
        derived.where(),
        Lineage.word(derived.absent()));
  }
}
