// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.meent.linkage.source.SourceReader.KEY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.linkage.engine.Aggregate;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.TableWriter;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.pairing.PairedRecords;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.SourcePlan;

/**
 * A source whose key names records and nobody: its rows are read once, and stand under the
 * pseudonyms of one linkage at a time. A linkage is one to one, so it multiplies no row.
 */
final class PairedSource {
  static final String NAMED = "keep rows that name a record";
  static final String NAMELESS = "name of the record is blank";
  static final String LINKED = "link to a person of the population";

  private static final String PERSON = "person";

  private final Engine engine;
  private final SourceOpener opener;
  private final String name;
  private final SourcePlan plan;
  private final LinkagePlan.Relation relation;
  private final PairedRecords pairs;
  private final RecordNumbers records = new RecordNumbers();
  private final List<FlowStep> steps = new ArrayList<>();
  private final String unlinked;

  /** Reads the rows. */
  PairedSource(
      Engine engine,
      SourceOpener opener,
      String name,
      SourcePlan plan,
      LinkagePlan.Relation relation,
      PairedRecords pairs) {
    this.engine = engine;
    this.opener = opener;
    this.name = name;
    this.plan = plan;
    this.relation = relation;
    this.pairs = pairs;
    String read = SourceOpener.table(name, "read");
    SourceReader.Counts counts = opener.copy(read, name, plan, records);
    steps.add(FlowStep.losing(SourceOpener.READ, counts.rows(), Map.of()));
    steps.add(FlowStep.losing(NAMED, counts.rows(), Map.of(NAMELESS, records.blank())));
    opener.timely(counts, read, steps);
    this.unlinked = opener.each(relation, read, name, plan, steps);
  }

  /** The linkage of the source. */
  PairedRecords pairs() {
    return pairs;
  }

  /**
   * The source under a linkage.
   *
   * @param linkage {@link PairedRecords#BEST}, or the number of a draw from 1
   */
  OpenedSource under(int linkage) {
    SortedMap<String, Long> pseudonyms = pairs.pseudonyms(linkage);
    String linked = SourceOpener.table(name, "linkage " + linkage);
    String links = SourceOpener.table(name, "links");
    write(links, pseudonyms);
    engine.store(linked, linked(links));
    engine.drop(links);
    List<FlowStep> all = new ArrayList<>(steps);
    all.add(FlowStep.losing(LINKED, SourceOpener.out(steps), losses(pseudonyms, linkage)));
    if (engine.count(Relation.scan(linked)) != SourceOpener.out(all)) {
      throw new IllegalStateException("a linkage multiplied or lost rows without a reason");
    }
    return new OpenedSource(
        name,
        plan,
        relation,
        linked,
        SourceOpener.flow(name, all),
        opener.repeated(relation, linked));
  }

  private void write(String table, SortedMap<String, Long> pseudonyms) {
    Schema schema = new Schema(List.of(Field.number(KEY), Field.number(PERSON)));
    try (TableWriter writer = engine.create(table, schema)) {
      pseudonyms.forEach(
          (record, person) -> {
            writer.number(java.util.Objects.requireNonNull(records.all().get(record)));
            writer.number(person);
            writer.endRow();
          });
    }
  }

  /** Rows with the person in the place of the record. */
  private Relation linked(String links) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put(KEY, PERSON);
    plan.variables()
        .sequencedKeySet()
        .forEach(
            variable -> fields.put(SourceReader.field(variable), SourceReader.field(variable)));
    Relation joined =
        Relation.scan(unlinked).join(Relation.scan(links), List.of(KEY), Relation.JoinKind.INNER);
    return new Relation.Project(joined, fields);
  }

  /** Rows of records that are of nobody, by why. */
  private SortedMap<String, Long> losses(SortedMap<String, Long> pseudonyms, int linkage) {
    Rows counts =
        engine.fetch(
            Relation.scan(unlinked).groupBy(List.of(KEY), Aggregate.count("rows")), List.of(KEY));
    Map<Long, Long> rows = new LinkedHashMap<>();
    for (int i = 0; i < counts.size(); i++) {
      rows.put(counts.number(i, 0), counts.number(i, 1));
    }
    SortedMap<String, Long> losses = new TreeMap<>();
    records
        .all()
        .forEach(
            (record, number) -> {
              if (!pseudonyms.containsKey(record)) {
                losses.merge(
                    pairs.reason(record, linkage), rows.getOrDefault(number, 0L), Long::sum);
              }
            });
    return losses;
  }
}
