// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.Term;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.literature.Reference;

/** What the rules say of a regression as a whole. */
final class ModelConcerns {
  /** How near to 1 a share of explained variance counts as a perfect fit. */
  private static final double PERFECT = 1e-9;

  private final RegressionTable table;
  private final Judging judging;
  private final Evidence.Model model;
  private final List<Concern> concerns = new ArrayList<>();

  private ModelConcerns(RegressionTable table, Judging judging) {
    this.table = table;
    this.judging = judging;
    model = table.evidence();
  }

  /**
   * All of them.
   *
   * @param terms whether every term has enough units
   */
  static List<Concern> of(RegressionTable table, Judging judging, boolean terms) {
    ModelConcerns of = new ModelConcerns(table, judging);
    of.degreesOfFreedom();
    of.saturation();
    of.leverage();
    of.fit();
    if (terms) {
      of.add("model", Verdict.PASS, "term.pass", judging.minimum());
    }
    of.add("model", Verdict.NOT_RUN, "model.others");
    return of.concerns;
  }

  private void degreesOfFreedom() {
    List<Concern> found = judging.degreesOfFreedom(model.residualDegreesOfFreedom());
    concerns.addAll(
        found.isEmpty() ? judging.looked(List.of(), RuleSet.DEGREES_OF_FREEDOM) : found);
  }

  /** A saturated model gives back the table of its design: its cells, and their means. */
  private void saturation() {
    long minimum = judging.minimum();
    if (!model.saturated()) {
      add("model", Verdict.PASS, "model.not-saturated");
    } else if (model.smallestPattern() < minimum
        || model.smallestOutcome().orElse(minimum) < minimum) {
      add("model", Verdict.FAIL, "model.saturated", minimum);
    } else if (meanHidden()) {
      add("protection", Verdict.FAIL, "model.mean");
    } else {
      add("model", Verdict.PASS, "model.saturated-pass", minimum);
    }
    if (!model.saturated() && model.smallestOutcome().orElse(1) == 0) {
      add("model", Verdict.REVIEW, "model.separated");
    }
  }

  private boolean meanHidden() {
    String measure = model.meanOf();
    String space = CellKey.sum(measure, table.population().id());
    return !measure.isEmpty()
        && table.terms().stream()
            .map(Term::category)
            .map(category -> RequestCells.units(table, category))
            .anyMatch(units -> judging.protection().hidesMean(measure, units.in(space), units));
  }

  /** The fitted value of a record is {@code h} parts its own value: near 1 it is that value. */
  @Reference(
      authors = "P. J. Huber (1981)",
      title = "Robust Statistics",
      source = "Wiley; section 7.2, leverage above 0.5 should be avoided")
  private void leverage() {
    judging
        .find(RuleSet.LEVERAGE)
        .filter(limit -> model.largestLeverage() > limit.asDouble())
        .ifPresentOrElse(
            limit ->
                concerns.add(Concern.of(limit, "leverage.found", limit.value().toPlainString())),
            () -> concerns.addAll(judging.looked(List.of(), RuleSet.LEVERAGE)));
  }

  private void fit() {
    if (table.rSquared().isPresent() && table.rSquared().getAsDouble() >= 1 - PERFECT) {
      add("model", Verdict.FAIL, "model.perfect");
    }
  }

  private void add(String rule, Verdict verdict, String code, Object... args) {
    concerns.add(Concern.of(rule, verdict, code, args));
  }
}
