// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.meent.linkage.source.SourceReader.KEY;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.linkage.bridge.Bridge;
import org.meent.linkage.engine.Aggregate;
import org.meent.linkage.engine.Condition;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.TableWriter;
import org.meent.linkage.engine.Value;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.key.KeyFault;
import org.meent.linkage.key.KeyRule;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Takes one source after the other through the steps of its flow. */
final class SourceOpener {
  static final String READ = "read";
  static final String PERSONS = "one row for each person";
  static final String SECOND = "second person of a shared benefit";
  static final String TWICE = "written twice in one row";
  static final String CARRIED = "carry to the later pseudonym";
  static final String EARLIER = "under the earlier pseudonym";
  static final String LATER = "under the later pseudonym";
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
  private final Protocol protocol;
  private final Bridge bridge;
  private final Door door;
  private final List<BridgedRow> bridged = new ArrayList<>();

  SourceOpener(Path studyFolder, Engine engine, Protocol protocol, Bridge bridge, Door door) {
    this.studyFolder = studyFolder;
    this.engine = engine;
    this.keys = new KeyRule(protocol.linkage().identify());
    this.protocol = protocol;
    this.bridge = bridge;
    this.door = door;
  }

  /** The rows that were carried to a later pseudonym, of all sources opened so far. */
  List<BridgedRow> bridged() {
    return bridged;
  }

  /** Whom the rows of a source are of. */
  RowPersons persons(String name, SourcePlan plan) {
    return new RowPersons(name, plan, keys, bridge);
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
    String unique = each(relation, read(name, plan, steps), name, plan, steps);
    String matched = table(name, "matched");
    engine.store(
        matched,
        Relation.scan(unique).join(population.persons(), List.of(KEY), Relation.JoinKind.SEMI));
    engine.drop(unique);
    long lost = out(steps) - engine.count(Relation.scan(matched));
    steps.add(FlowStep.losing(MATCHED, out(steps), Map.of(UNMATCHED, lost)));
    return new OpenedSource(
        name, plan, relation, matched, flow(name, steps), repeated(relation, matched));
  }

  /** Reads rows with a right key of the declared periods into a table, and counts the others. */
  private String read(String name, SourcePlan plan, List<FlowStep> steps) {
    String table = table(name, "read");
    RowPersons persons = persons(name, plan);
    SourceReader.Counts counts = copy(table, name, plan, persons);
    bridged.addAll(persons.bridged());
    steps.add(FlowStep.losing(READ, counts.rows(), Map.of()));
    if (persons.shared()) {
      steps.add(persons(counts, persons));
    }
    if (persons.bridges()) {
      steps.add(carried(out(steps), persons.bridged().size()));
    }
    for (KeyFault.Stage stage : KeyFault.Stage.values()) {
      steps.add(identified(stage, persons, out(steps)));
    }
    timely(counts, table, steps);
    return table;
  }

  /** Copies the rows of a source that go on into a table. */
  SourceReader.Counts copy(String table, String name, SourcePlan plan, RowKeys rows) {
    try (TableWriter writer = engine.create(table, SourceReader.schema(plan))) {
      return new SourceReader(plan, rows, Periods.of(protocol, name))
          .read(new DeclaredFiles(studyFolder, plan, door), door, writer);
    }
  }

  /** The step in which rows of other periods are lost; then the table holds what is left. */
  void timely(SourceReader.Counts counts, String table, List<FlowStep> steps) {
    if (counts.dated()) {
      steps.add(FlowStep.losing(TIMELY, out(steps), counts.untimely()));
    }
    if (engine.count(Relation.scan(table)) != out(steps)) {
      throw new IllegalStateException("the engine does not hold the rows that were read");
    }
  }

  /** Equal rows become one where a key has one row; elsewhere all rows stay. */
  String each(
      LinkagePlan.Relation relation,
      String read,
      String name,
      SourcePlan plan,
      List<FlowStep> steps) {
    return switch (relation) {
      case ONE_TO_ONE -> once(read, name, plan, steps);
      case ONE_TO_MANY -> {
        steps.add(FlowStep.losing(UNIQUE, out(steps), Map.of()));
        yield read;
      }
    };
  }

  /** Equal rows become one; different rows of one key stop the run. */
  private String once(String read, String name, SourcePlan plan, List<FlowStep> steps) {
    String unique = table(name, "unique");
    engine.store(unique, Relation.scan(read).groupBy(engine.schema(read).names()));
    engine.drop(read);
    long rows = engine.count(Relation.scan(unique));
    steps.add(FlowStep.losing(UNIQUE, out(steps), Map.of(DUPLICATE, out(steps) - rows)));
    Relation persons = Relation.scan(unique).groupBy(List.of(KEY), Aggregate.count("rows"));
    Condition single = new Condition.Equal("rows", new Value.Number(1));
    long several = engine.count(persons) - engine.count(persons.where(List.of(single)));
    if (several > 0) {
      throw Refusal.badInput("linkage.key.differing-duplicates", Where.file(plan.paths()), several)
          .asException();
    }
    return unique;
  }

  /** Rows that repeat another row where that may be two events. */
  long repeated(LinkagePlan.Relation relation, String table) {
    if (relation == LinkagePlan.Relation.ONE_TO_ONE) {
      return 0;
    }
    Relation rows = Relation.scan(table);
    return engine.count(rows) - engine.count(rows.groupBy(engine.schema(table).names()));
  }

  static String table(String name, String state) {
    return name + "/" + state;
  }

  static Flow flow(String name, List<FlowStep> steps) {
    return new Flow("source " + name, steps);
  }

  static long out(List<FlowStep> steps) {
    return steps.getLast().out();
  }

  private static FlowStep identified(KeyFault.Stage stage, RowPersons persons, long in) {
    SortedMap<String, Long> losses = new TreeMap<>();
    persons
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
    return FlowStep.losing(words, in, losses);
  }

  /** As many rows leave the earlier pseudonym as arrive under the later one. */
  private static FlowStep carried(long in, long rows) {
    return new FlowStep(
        CARRIED, in, FlowStep.real(Map.of(EARLIER, rows)), FlowStep.real(Map.of(LATER, rows)), in);
  }

  /** From rows to persons: a row of two persons counts as one more record. */
  private static FlowStep persons(SourceReader.Counts counts, RowPersons persons) {
    return new FlowStep(
        PERSONS,
        counts.rows(),
        FlowStep.real(Map.of(TWICE, persons.twice())),
        FlowStep.real(Map.of(SECOND, persons.seconds())),
        counts.rows() + persons.seconds() - persons.twice());
  }
}
