// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.meent.linkage.source.SourceReader.KEY;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.linkage.engine.Aggregate;
import org.meent.linkage.engine.Condition;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.TableWriter;
import org.meent.linkage.engine.Value;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.key.KeyFault;
import org.meent.linkage.key.KeyRule;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Takes one source after the other through the steps of its flow. */
final class SourceOpener {
  static final String READ = "read";
  static final String PERSONS = "one row for each person";
  static final String SECOND = "second person of a shared benefit";
  static final String TWICE = "written twice in one row";
  static final String IDENTIFIED = "keep identified keys";
  static final String NOT_JUNK = "drop junk keys";
  static final String TIMELY = "keep rows of the declared periods";
  static final String UNIQUE = "keep each row once";
  static final String MATCHED = "match to the population";
  static final String DUPLICATE = "identical duplicate row";
  static final String UNMATCHED = "person is not in the population";

  private final Path studyFolder;
  private final Engine engine;
  private final KeyRule keys;
  private final CohortPlan cohort;

  SourceOpener(Path studyFolder, Engine engine, KeyRule keys, CohortPlan cohort) {
    this.studyFolder = studyFolder;
    this.engine = engine;
    this.keys = keys;
    this.cohort = cohort;
  }

  /** Opens the source whose persons are the population. */
  OpenedSource base(String name, SourcePlan plan) {
    LinkagePlan.Relation relation = LinkagePlan.Relation.ONE_TO_ONE;
    List<FlowStep> steps = new ArrayList<>();
    String read = read(name, plan, steps);
    String unique = once(read, name, plan, steps);
    return new OpenedSource(name, plan, relation, unique, flow(name, steps), 0);
  }

  /** Opens a source whose rows are matched to the population. */
  OpenedSource joined(
      String name, SourcePlan plan, LinkagePlan.Relation relation, OpenedSource population) {
    List<FlowStep> steps = new ArrayList<>();
    String read = read(name, plan, steps);
    String unique =
        switch (relation) {
          case ONE_TO_ONE -> once(read, name, plan, steps);
          case ONE_TO_MANY -> {
            steps.add(step(UNIQUE, out(steps), Map.of()));
            yield read;
          }
        };
    String matched = table(name, "matched");
    engine.store(
        matched,
        Relation.scan(unique).join(population.persons(), List.of(KEY), Relation.JoinKind.SEMI));
    engine.drop(unique);
    long lost = out(steps) - engine.count(Relation.scan(matched));
    steps.add(step(MATCHED, out(steps), Map.of(UNMATCHED, lost)));
    long repeated = relation == LinkagePlan.Relation.ONE_TO_MANY ? repeated(matched) : 0;
    return new OpenedSource(name, plan, relation, matched, flow(name, steps), repeated);
  }

  private String read(String name, SourcePlan plan, List<FlowStep> steps) {
    Schema schema = SourceReader.schema(plan);
    String table = table(name, "read");
    SourceReader.Counts counts;
    try (TableWriter writer = engine.create(table, schema)) {
      Periods periods = Periods.of(cohort, name);
      counts = new SourceReader(plan, keys, periods).read(studyFolder, writer);
    }
    steps.add(step(READ, counts.rows(), Map.of()));
    if (counts.persons().shared()) {
      steps.add(persons(counts));
    }
    for (KeyFault.Stage stage : KeyFault.Stage.values()) {
      SortedMap<String, Long> losses = new TreeMap<>();
      counts
          .persons()
          .faults()
          .forEach(
              (fault, rows) -> {
                if (fault.stage() == stage) {
                  losses.put(fault.reason(), rows);
                }
              });
      String words =
          switch (stage) {
            case IDENTIFIED -> IDENTIFIED;
            case NOT_JUNK -> NOT_JUNK;
          };
      steps.add(step(words, out(steps), losses));
    }
    if (counts.dated()) {
      steps.add(step(TIMELY, out(steps), counts.untimely()));
    }
    if (engine.count(Relation.scan(table)) != out(steps)) {
      throw new IllegalStateException("the engine does not hold the rows that were read");
    }
    return table;
  }

  /** Equal rows become one; different rows of one person stop the run. */
  private String once(String read, String name, SourcePlan plan, List<FlowStep> steps) {
    String unique = table(name, "unique");
    engine.store(unique, Relation.scan(read).groupBy(engine.schema(read).names()));
    engine.drop(read);
    long rows = engine.count(Relation.scan(unique));
    steps.add(step(UNIQUE, out(steps), Map.of(DUPLICATE, out(steps) - rows)));
    Relation persons = Relation.scan(unique).groupBy(List.of(KEY), Aggregate.count("rows"));
    Condition single = new Condition.Equal("rows", new Value.Number(1));
    long several = engine.count(persons) - engine.count(persons.where(List.of(single)));
    if (several > 0) {
      throw Refusal.badInput("linkage.key.differing-duplicates", Where.file(plan.paths()), several)
          .asException();
    }
    return unique;
  }

  private long repeated(String table) {
    Relation rows = Relation.scan(table);
    return engine.count(rows) - engine.count(rows.groupBy(engine.schema(table).names()));
  }

  private static String table(String name, String state) {
    return name + "/" + state;
  }

  private static Flow flow(String name, List<FlowStep> steps) {
    return new Flow("source " + name, steps);
  }

  private static long out(List<FlowStep> steps) {
    return steps.getLast().out();
  }

  /** A step that only loses; reasons without a record are left out. */
  private static FlowStep step(String name, long in, Map<String, Long> losses) {
    SortedMap<String, Long> real = real(losses);
    long lost = real.values().stream().mapToLong(Long::longValue).sum();
    return new FlowStep(name, in, real, new TreeMap<>(), in - lost);
  }

  /** From rows to persons: a row of two persons counts as one more record. */
  private static FlowStep persons(SourceReader.Counts counts) {
    long second = counts.persons().seconds();
    long twice = counts.persons().twice();
    return new FlowStep(
        PERSONS,
        counts.rows(),
        real(Map.of(TWICE, twice)),
        real(Map.of(SECOND, second)),
        counts.rows() + second - twice);
  }

  private static SortedMap<String, Long> real(Map<String, Long> reasons) {
    SortedMap<String, Long> real = new TreeMap<>(reasons);
    real.values().removeIf(records -> records == 0);
    return real;
  }
}
