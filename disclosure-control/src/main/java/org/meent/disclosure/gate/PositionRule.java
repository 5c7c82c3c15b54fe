// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.meent.disclosure.output.Position;
import org.meent.disclosure.output.Position.Point;
import org.meent.disclosure.output.PositionEvidence;
import org.meent.disclosure.output.PositionTable;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/**
 * Values that say where units lie. A quantile needs enough units to either side of it, or enough
 * that share its value; an end point, whisker or mode enough that share it. Between two quantiles
 * that are shown lie enough units, for quantiles near each other list the records.
 */
record PositionRule(PositionTable table) implements RowRule {

  @Override
  public SequencedMap<CellKey, Long> counts() {
    return known().counts();
  }

  private KnownUnits known() {
    return KnownUnits.of(
        table, table.measure(), table.rows(), Position::group, row -> row.evidence().units());
  }

  @Override
  public Reading read(Judging judging) {
    Map<Position, List<Concern>> concerns = new HashMap<>();
    table.rows().forEach(row -> concerns.put(row, concerns(row, judging)));
    near(judging.minimum(), concerns);
    KnownUnits known = known();
    List<Row> rows = new ArrayList<>();
    for (Position row : table.rows()) {
      rows.add(
          new Row(
              name(row),
              List.of(
                  new Item.Text(CellKey.subject(row.group())),
                  new Item.Text(point(row)),
                  new Item.Figure(row.value()),
                  Item.Count.of(known.key(row.group()), row.evidence().units())),
              List.of(known.key(row.group())),
              concerns.getOrDefault(row, List.of())));
    }
    List<Concern> whole =
        new ArrayList<>(judging.looked(rows, RuleSet.GROUP_DISCLOSURE, RuleSet.POSITION_VALUE));
    if (rows.stream().allMatch(row -> row.concerns().isEmpty())) {
      whole.add(Concern.of("position", Verdict.PASS, "position.pass", judging.minimum()));
    }
    return new Reading(
        Releasable.Kind.POSITIONS,
        List.of(
            Reading.text("group"),
            Reading.text("point"),
            Reading.number(table.measure()),
            Reading.number("units")),
        rows,
        whole);
  }

  private static List<Concern> concerns(Position row, Judging judging) {
    PositionEvidence about = row.evidence();
    long minimum = judging.minimum();
    List<Concern> concerns = new ArrayList<>();
    if (row.point() == Point.QUANTILE) {
      long fewest = Math.min(about.below(), about.above()) + about.at();
      if (fewest < minimum) {
        concerns.add(Concern.of("position", Verdict.FAIL, "position.side", minimum));
      } else if (about.at() > 0) {
        judging
            .find(RuleSet.POSITION_VALUE)
            .filter(limit -> about.at() < limit.whole())
            .map(limit -> Concern.of(limit, "position.one-value", limit.whole()))
            .ifPresent(concerns::add);
      }
    } else if (about.at() < minimum) {
      concerns.add(Concern.of("position", Verdict.FAIL, "position.value", minimum));
    }
    concerns.addAll(judging.alike(about.at(), about.units()));
    return concerns;
  }

  /** Leaves out a quantile that has too few units between itself and the one shown before it. */
  private void near(long minimum, Map<Position, List<Concern>> concerns) {
    Map<SortedMap<String, String>, Position> shown = new HashMap<>();
    List<Position> ascending = new ArrayList<>(table.rows());
    ascending.sort(
        Comparator.comparingDouble(Position::value).thenComparingDouble(Position::share));
    for (Position row : ascending) {
      List<Concern> mine = concerns.getOrDefault(row, List.of());
      if (row.point() != Point.QUANTILE || has(mine, Verdict.FAIL)) {
        continue;
      }
      Position before = shown.get(row.group());
      if (before == null || isApart(before, row, minimum)) {
        shown.put(row.group(), row);
      } else {
        mine.add(Concern.of("position", Verdict.FAIL, "position.near", minimum));
      }
    }
  }

  private static boolean isApart(Position before, Position row, long minimum) {
    long between = row.evidence().below() - before.evidence().below();
    return before.value() == row.value() || between >= minimum;
  }

  private static boolean has(List<Concern> concerns, Verdict verdict) {
    return concerns.stream().anyMatch(concern -> concern.verdict() == verdict);
  }

  private static String point(Position row) {
    return row.point() == Point.QUANTILE
        ? "quantile " + row.share()
        : row.point().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String name(Position row) {
    return point(row) + ": " + CellKey.subject(row.group());
  }
}
