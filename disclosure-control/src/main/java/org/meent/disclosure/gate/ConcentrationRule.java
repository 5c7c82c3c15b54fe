// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.meent.disclosure.output.Concentration;
import org.meent.disclosure.output.Concentration.Index;
import org.meent.disclosure.output.ConcentrationTable;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/**
 * Indices of concentration tell how large the largest are: the root of a Herfindahl index is a
 * bound on the largest share, and a concentration ratio is the share of a few by definition.
 */
record ConcentrationRule(ConcentrationTable table) implements RowRule {

  private KnownUnits known() {
    return KnownUnits.of(
        table,
        table.measure(),
        table.rows(),
        Concentration::group,
        row -> row.contributors().units());
  }

  @Override
  public SequencedMap<CellKey, Long> counts() {
    return known().counts();
  }

  @Override
  public Reading read(Judging judging) {
    KnownUnits known = known();
    List<Row> rows = table.rows().stream().map(row -> row(row, known, judging)).toList();
    return new Reading(
        Releasable.Kind.CONCENTRATIONS,
        List.of(
            Reading.text("group"),
            Reading.text("index"),
            Reading.number("value"),
            Reading.number("units")),
        rows,
        judging.looked(rows, RuleSet.DOMINANCE_1, RuleSet.DOMINANCE_2, RuleSet.P_PERCENT));
  }

  /** The largest share is at most the root of the index: a bound above the rule is too near. */
  private static List<Concern> bound(double index, Judging judging) {
    return judging
        .find(RuleSet.DOMINANCE_1)
        .filter(limit -> StrictMath.sqrt(index) > limit.asDouble())
        .map(limit -> Concern.of(limit, "concentration.bound", limit.value().toPlainString()))
        .stream()
        .toList();
  }

  private Row row(Concentration row, KnownUnits known, Judging judging) {
    String index = row.index().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String shown = row.index() == Index.CONCENTRATION_RATIO ? index + " " + row.largest() : index;
    List<Concern> concerns = new ArrayList<>(judging.dominance(row.contributors()));
    if (row.index() == Index.CONCENTRATION_RATIO && row.largest() < judging.minimum()) {
      concerns.add(
          Concern.of("concentration", Verdict.FAIL, "concentration.few", judging.minimum()));
    }
    if (row.index() == Index.HERFINDAHL) {
      concerns.addAll(bound(row.value(), judging));
    }
    return new Row(
        shown + ": " + CellKey.subject(row.group()),
        List.of(
            new Item.Text(CellKey.subject(row.group())),
            new Item.Text(shown),
            new Item.Figure(row.value()),
            Item.Count.of(known.key(row.group()), row.contributors().units())),
        List.of(known.key(row.group())),
        concerns);
  }
}
