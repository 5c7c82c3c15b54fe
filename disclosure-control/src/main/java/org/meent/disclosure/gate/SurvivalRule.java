// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.output.SurvivalTable.Curve;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.literature.Reference;

/**
 * Survival curves. At every time the units of a curve are a table: event, censored, still at risk.
 * These tables and what each has more than the one before are implied by the curve and its units at
 * risk, so they are among the counts of the request; curves over other times share what they have
 * in common. Once a count of a step is left out, the rest of the curve is, for it would bring the
 * count back by subtraction.
 */
record SurvivalRule(SurvivalTable table) implements RowRule {
  private static final String EVENT = "event";
  private static final String CENSORED = "censored";
  private static final String AT_RISK = "at risk";

  @Override
  public SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    for (Curve curve : table.curves()) {
      counts.put(RequestCells.units(table, curve.group()), curve.steps().getFirst().atRisk());
      long events = 0;
      long censored = 0;
      for (SurvivalStep step : curve.steps()) {
        events += step.events();
        censored += step.censored();
        counts.put(until(curve, EVENT, step), events);
        counts.put(until(curve, CENSORED, step), censored);
        counts.put(until(curve, AT_RISK, step), step.left());
      }
      for (int i = 1; i < curve.steps().size(); i++) {
        counts.put(within(curve, EVENT, i), curve.steps().get(i).events());
        counts.put(within(curve, CENSORED, i), curve.steps().get(i).censored());
      }
    }
    return counts;
  }

  /** What a step has is what there is at its end more than at its beginning. */
  @Override
  public void relate(CellSystem system) {
    for (Curve curve : table.curves()) {
      for (int i = 1; i < curve.steps().size(); i++) {
        for (String how : List.of(EVENT, CENSORED)) {
          system.relate(
              List.of(
                  until(curve, how, curve.steps().get(i)),
                  until(curve, how, curve.steps().get(i - 1)),
                  within(curve, how, i)),
              List.of(1, -1, -1));
        }
      }
    }
  }

  @Override
  public List<Rising> rising() {
    List<Rising> rising = new ArrayList<>();
    for (Curve curve : table.curves()) {
      CellKey base = RequestCells.units(table, curve.group());
      for (SurvivalStep step : curve.steps()) {
        for (String how : List.of(EVENT, CENSORED)) {
          rising.add(new Rising(base, table.event(), how, step.time(), until(curve, how, step)));
        }
      }
    }
    return rising;
  }

  private CellKey until(Curve curve, String how, SurvivalStep step) {
    return RequestCells.units(table, curve.group())
        .with(table.event() + " by " + Rising.place(step.time()), how);
  }

  private CellKey within(Curve curve, String how, int step) {
    return Rising.between(
        RequestCells.units(table, curve.group()),
        table.event(),
        how,
        curve.steps().get(step - 1).time(),
        curve.steps().get(step).time());
  }

  @Override
  public Reading read(Judging judging) {
    List<Row> rows = new ArrayList<>();
    table.curves().forEach(curve -> rows.addAll(rows(curve, judging)));
    List<Concern> whole = new ArrayList<>(judging.looked(rows, RuleSet.GROUP_DISCLOSURE));
    whole.add(Concern.of("survival", Verdict.PASS, "survival.implied", judging.minimum()));
    return new Reading(
        Releasable.Kind.SURVIVAL,
        List.of(
            Reading.text("group"),
            Reading.text("time"),
            Reading.number("at_risk"),
            Reading.number("survival")),
        rows,
        whole);
  }

  /** The product-limit estimate {@code S(t) = product over t_i <= t of (1 - d_i / n_i)}. */
  @Reference(
      authors = "E. L. Kaplan, P. Meier (1958)",
      title = "Nonparametric Estimation from Incomplete Observations",
      source = "Journal of the American Statistical Association 53, 457-481")
  private List<Row> rows(Curve curve, Judging judging) {
    List<Row> rows = new ArrayList<>();
    List<CellKey> known = new ArrayList<>(List.of(RequestCells.units(table, curve.group())));
    double survival = 1;
    long events = 0;
    for (int i = 0; i < curve.steps().size(); i++) {
      SurvivalStep step = curve.steps().get(i);
      List<CellKey> before = List.copyOf(known);
      survival *= step.atRisk() == 0 ? 1 : 1 - (double) step.events() / step.atRisk();
      events += step.events();
      known.addAll(cells(curve, i));
      rows.add(
          new Row(
              CellKey.subject(curve.group()) + " at " + Rising.place(step.time()),
              List.of(
                  new Item.Text(CellKey.subject(curve.group())),
                  new Item.Text(Rising.place(step.time())),
                  new Item.Count(before, step.atRisk()),
                  new Item.Figure(survival)),
              known,
              judging.alike(events, curve.steps().getFirst().atRisk())));
    }
    return rows;
  }

  /** The counts that are known once a step is. */
  private List<CellKey> cells(Curve curve, int step) {
    List<CellKey> cells = new ArrayList<>();
    for (String how : List.of(EVENT, CENSORED, AT_RISK)) {
      cells.add(until(curve, how, curve.steps().get(step)));
    }
    if (step > 0) {
      cells.add(within(curve, EVENT, step));
      cells.add(within(curve, CENSORED, step));
    }
    return cells;
  }
}
