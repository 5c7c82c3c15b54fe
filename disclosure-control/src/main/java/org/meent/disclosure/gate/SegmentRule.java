// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.SegmentTable.Segment;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/** Clusters and leaves: their units, by arm where arms play a part, and their means. */
record SegmentRule(SegmentTable table) implements RowRule {

  private CellKey units(Segment segment) {
    return RequestCells.units(table, new TreeMap<>(Map.of(table.variable(), segment.code())));
  }

  private CellKey units(Segment segment, String arm) {
    return units(segment).with(table.armVariable(), arm);
  }

  private List<MeanCell> means(Segment segment) {
    return segment.evidence().means().stream()
        .map(mean -> new MeanCell(table, units(segment), mean))
        .toList();
  }

  @Override
  public SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    for (Segment segment : table.segments()) {
      counts.put(units(segment), segment.evidence().units());
      segment.evidence().arms().forEach((arm, n) -> counts.put(units(segment, arm), n));
      means(segment).forEach(mean -> counts.putAll(mean.counts()));
    }
    return counts;
  }

  @Override
  public List<SumCell> sums() {
    return table.segments().stream()
        .flatMap(segment -> means(segment).stream())
        .flatMap(mean -> mean.sums().stream())
        .toList();
  }

  @Override
  public Set<CellKey> sensitiveZeros() {
    Set<CellKey> zeros = new LinkedHashSet<>();
    for (Segment segment : table.segments()) {
      means(segment).forEach(mean -> zeros.addAll(mean.counts().keySet()));
    }
    return zeros;
  }

  @Override
  public Reading read(Judging judging) {
    List<Row> rows = table.segments().stream().map(segment -> row(segment, judging)).toList();
    List<Concern> whole = new ArrayList<>(judging.looked(rows, RuleSet.GROUP_DISCLOSURE));
    whole.add(Concern.of("segments", Verdict.NOT_RUN, "segments.words"));
    return new Reading(Releasable.Kind.SEGMENTS, columns(), rows, whole);
  }

  private List<Column> columns() {
    GroupEvidence first = table.segments().getFirst().evidence();
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Reading.text(table.variable()),
                Reading.text("description"),
                Reading.number("units")));
    first.arms().keySet().forEach(arm -> columns.add(Reading.number("units_" + arm)));
    first.means().forEach(mean -> columns.add(Reading.number("mean_" + mean.measure())));
    return columns;
  }

  private Row row(Segment segment, Judging judging) {
    GroupEvidence evidence = segment.evidence();
    List<Item> items =
        new ArrayList<>(
            List.of(
                new Item.Text(segment.code()),
                new Item.Text(segment.description()),
                Item.Count.of(units(segment), evidence.units())));
    List<Concern> concerns = new ArrayList<>();
    evidence
        .arms()
        .forEach(
            (arm, n) -> {
              items.add(Item.Count.of(units(segment, arm), n));
              concerns.addAll(judging.alike(n, evidence.units()));
            });
    for (MeanCell mean : means(segment)) {
      items.add(evidence.units() == 0 ? new Item.Empty() : new Item.Mean(mean));
      concerns.addAll(MeanConcerns.of(mean, judging));
    }
    return new Row(
        table.variable() + "=" + segment.code(),
        items,
        List.of(),
        concerns.stream().distinct().toList());
  }
}
