// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.disclosure.output.ForestSummary;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/** Importances of covariates: averages over all leaves, which must not have been single records. */
record ForestRule(ForestSummary forest) implements RowRule {

  @Override
  public SequencedMap<CellKey, Long> counts() {
    return new LinkedHashMap<>();
  }

  @Override
  public Reading read(Judging judging) {
    CellKey total = RequestCells.total(forest.population());
    List<Row> rows =
        forest.importances().stream()
            .map(
                importance ->
                    new Row(
                        importance.covariate(),
                        List.of(
                            new Item.Text(importance.covariate()),
                            new Item.Figure(importance.value())),
                        List.of(total),
                        List.of()))
            .toList();
    return new Reading(
        Releasable.Kind.FOREST,
        List.of(Reading.text("covariate"), Reading.number("importance")),
        rows,
        leaves(judging));
  }

  private List<Concern> leaves(Judging judging) {
    long smallest = forest.evidence().smallestLeaf();
    List<Concern> concerns = new ArrayList<>();
    judging
        .find(RuleSet.LEAF_UNITS)
        .ifPresentOrElse(
            limit ->
                concerns.add(
                    smallest < limit.whole()
                        ? Concern.of(limit, "leaves.few", limit.whole())
                        : Concern.of(
                            limit.id(), Verdict.PASS, "looked." + limit.id(), limit.whole())),
            () ->
                concerns.add(
                    Concern.of(
                        RuleSet.LEAF_UNITS,
                        Verdict.NOT_RUN,
                        "not-stated",
                        judging.rules().id(),
                        RuleSet.LEAF_UNITS)));
    return concerns;
  }
}
