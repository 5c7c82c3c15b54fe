// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.Term;
import org.meent.disclosure.report.Block.Verdict;

/**
 * Regressions. Whole model: degrees of freedom, saturation, leverage, a perfect fit. Term by term:
 * a column of few units, or whose other units are few, gives those few away. Numbers of units,
 * degrees of freedom and R squared leave only where the counts behind them do.
 */
record RegressionRule(RegressionTable table) implements RowRule {

  private CellKey units(Term term) {
    return RequestCells.units(table, term.category());
  }

  @Override
  public SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    for (Term term : table.terms()) {
      if (term.column() == Term.Column.CATEGORY) {
        RequestCells.once(counts, units(term), term.units(), table.id());
      }
    }
    return counts;
  }

  @Override
  public Reading read(Judging judging) {
    Set<Term> few = DummyUnits.few(table, judging.minimum());
    List<Row> rows = new ArrayList<>();
    for (Term term : table.terms()) {
      List<Concern> concerns =
          few.contains(term)
              ? List.of(Concern.of("model", Verdict.FAIL, "term.few", judging.minimum()))
              : List.of();
      rows.add(term(term, concerns));
    }
    rows.addAll(fit());
    return new Reading(
        Releasable.Kind.REGRESSION,
        List.of(
            Reading.text("term"),
            Reading.number("coefficient"),
            Reading.number("standard_error"),
            Reading.number("units")),
        rows,
        ModelConcerns.of(table, judging, few.isEmpty()));
  }

  private Row term(Term term, List<Concern> concerns) {
    boolean dummy = term.column() == Term.Column.CATEGORY;
    return new Row(
        term.name(),
        List.of(
            new Item.Text(term.name()),
            new Item.Figure(term.estimate()),
            new Item.Figure(term.standardError()),
            dummy ? Item.Count.of(units(term), term.units()) : new Item.Empty()),
        dummy ? List.of(units(term)) : List.of(),
        concerns);
  }

  /** What is said of the model as a whole: with its parameters the degrees of freedom give N. */
  private List<Row> fit() {
    CellKey total = RequestCells.total(table.population());
    List<Row> rows = new ArrayList<>();
    rows.add(
        line(
            "residual degrees of freedom",
            Item.Count.of(total, table.evidence().residualDegreesOfFreedom())));
    table.rSquared().ifPresent(share -> rows.add(line("R squared", new Item.Figure(share))));
    return rows;
  }

  private Row line(String name, Item item) {
    return new Row(
        name,
        List.of(new Item.Text(name), item, new Item.Empty(), new Item.Empty()),
        List.of(RequestCells.total(table.population())),
        List.of());
  }
}
