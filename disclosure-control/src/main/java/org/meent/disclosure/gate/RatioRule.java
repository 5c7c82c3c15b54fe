// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/** Ratios of two groups: each of the four counts behind one is a count of the request. */
record RatioRule(RatioTable table) implements RowRule {

  private CellKey cell(Ratio row, String group, String outcome) {
    return RequestCells.units(table, row.among())
        .with(table.variable(), group)
        .with(table.outcome(), outcome);
  }

  private SequencedMap<CellKey, Long> counts(Ratio row) {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    FourCounts four = row.counts();
    counts.put(cell(row, row.group(), table.caseCode()), four.groupCases());
    counts.put(cell(row, row.group(), table.otherCode()), four.groupOthers());
    counts.put(cell(row, row.reference(), table.caseCode()), four.referenceCases());
    counts.put(cell(row, row.reference(), table.otherCode()), four.referenceOthers());
    return counts;
  }

  @Override
  public SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    for (Ratio row : table.rows()) {
      counts(row).forEach((key, value) -> RequestCells.once(counts, key, value, table.id()));
    }
    return counts;
  }

  @Override
  public Set<CellKey> sensitiveZeros() {
    return counts().sequencedKeySet();
  }

  @Override
  public Reading read(Judging judging) {
    List<Row> rows = table.rows().stream().map(row -> row(row, judging)).toList();
    return new Reading(
        Releasable.Kind.RATIOS,
        List.of(
            Reading.text("among"),
            Reading.text("ratio"),
            Reading.text("group"),
            Reading.text("reference"),
            Reading.number("value"),
            Reading.number("units_group"),
            Reading.number("units_reference")),
        rows,
        judging.looked(rows, RuleSet.GROUP_DISCLOSURE));
  }

  private Row row(Ratio row, Judging judging) {
    FourCounts four = row.counts();
    List<CellKey> cells = List.copyOf(counts(row).keySet());
    List<Concern> concerns = new ArrayList<>();
    long fewest = counts(row).values().stream().mapToLong(Long::longValue).min().orElse(0);
    if (fewest == 0) {
      concerns.add(Concern.of("ratio", Verdict.FAIL, "ratio.zero"));
    } else {
      concerns.addAll(judging.alike(Math.max(four.groupCases(), four.groupOthers()), four.group()));
      concerns.addAll(
          judging.alike(Math.max(four.referenceCases(), four.referenceOthers()), four.reference()));
    }
    String ratio = row.measure().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Row(
        ratio + " " + row.group() + ": " + CellKey.subject(row.among()),
        List.of(
            new Item.Text(CellKey.subject(row.among())),
            new Item.Text(ratio),
            new Item.Text(CellKey.shown(row.group())),
            new Item.Text(CellKey.shown(row.reference())),
            fewest == 0 ? new Item.Figure(0) : new Item.Figure(row.value()),
            new Item.Count(cells.subList(0, 2), four.group()),
            new Item.Count(cells.subList(2, 4), four.reference())),
        cells,
        concerns.stream().distinct().toList());
  }
}
