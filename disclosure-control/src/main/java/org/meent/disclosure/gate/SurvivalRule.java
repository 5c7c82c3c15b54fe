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
 * Survival curves. The units of a curve are a table by how and when they left: event or censored,
 * step by step, and those who stayed. That table is implied by the curve and its units at risk, so
 * it is among the counts of the request. Once a count of a step is left out, the rest of the curve
 * is, for it would bring the count back by subtraction.
 */
record SurvivalRule(SurvivalTable table) implements RowRule {

  @Override
  public SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    for (Curve curve : table.curves()) {
      counts.put(RequestCells.units(table, curve.group()), curve.steps().getFirst().atRisk());
      for (SurvivalStep step : curve.steps()) {
        counts.put(left(curve, "event", step), step.events());
        counts.put(left(curve, "censored", step), step.censored());
      }
      counts.put(stayed(curve), curve.steps().getLast().left());
    }
    return counts;
  }

  private CellKey left(Curve curve, String how, SurvivalStep step) {
    return RequestCells.units(table, curve.group())
        .with(variable(), how + " to " + time(step.time()));
  }

  private CellKey stayed(Curve curve) {
    return RequestCells.units(table, curve.group())
        .with(variable(), "still at risk at " + time(curve.steps().getLast().time()));
  }

  private String variable() {
    return table.event() + " over time";
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
    for (SurvivalStep step : curve.steps()) {
      List<CellKey> before = List.copyOf(known);
      survival *= step.atRisk() == 0 ? 1 : 1 - (double) step.events() / step.atRisk();
      events += step.events();
      known.add(left(curve, "event", step));
      known.add(left(curve, "censored", step));
      if (step.equals(curve.steps().getLast())) {
        known.add(stayed(curve));
      }
      rows.add(
          new Row(
              CellKey.subject(curve.group()) + " at " + time(step.time()),
              List.of(
                  new Item.Text(CellKey.subject(curve.group())),
                  new Item.Text(time(step.time())),
                  new Item.Count(before, step.atRisk()),
                  new Item.Figure(survival)),
              known,
              judging.alike(events, curve.steps().getFirst().atRisk())));
    }
    return rows;
  }

  static String time(double time) {
    return time == StrictMath.rint(time) && Math.abs(time) < 1e15
        ? String.valueOf((long) time)
        : String.valueOf(time);
  }
}
