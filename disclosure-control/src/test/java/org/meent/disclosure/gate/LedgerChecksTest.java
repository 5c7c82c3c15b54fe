// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.ledger.ReleaseLedger;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.output.Term;
import org.meent.disclosure.rule.RuleSet;

/** Means and estimates of a request beside those of an earlier release. */
class LedgerChecksTest {
  private static final Gate GATE = Gate.under(RuleSet.named("cbs-ra"));
  private static final Population ALL = new Population("all", "all", 160);

  /** Mean pay of 40 and of 37 of them, with the numbers, give the pay of three. */
  @Test
  void meansOfANestedPopulationGiveTheSumOfFew() {
    ReleaseLedger ledger = released(means("t", ALL, 40, 40, 40, 40));
    Population some = new Population("some", "some", 127).within("all");
    assertThat(equations(ledger, means("u", some, 37, 30, 30, 30)))
        .contains(
            "+ r1/t: pay of all [arm=none, home=a] - request/u: pay of some [arm=none, home=a]");
    Population half = new Population("half", "half", 100).within("all");
    assertThat(equations(ledger, means("u", half, 25, 25, 25, 25))).isEmpty();
  }

  /** The effect on everybody before, and now on all but four. */
  @Test
  void effectsOnNearlyTheSameUnitsAreRefused() {
    ReleaseLedger ledger = released(effect("e", ALL, 80, 80));
    Population most = new Population("most", "most", 156).within("all");
    assertThat(equations(ledger, effect("f", most, 78, 78)))
        .anyMatch(equation -> equation.contains("effect on pay of work against none"));
  }

  /** The four counts behind an odds ratio of all and of all but three of them. */
  @Test
  void ratiosOfANestedPopulationGiveACountOfFew() {
    ReleaseLedger ledger = released(ratio("r", ALL, 40));
    Population some = new Population("some", "some", 157).within("all");
    assertThat(equations(ledger, ratio("s", some, 37))).isNotEmpty();
    Population half = new Population("half", "half", 140).within("all");
    assertThat(equations(ledger, ratio("s", half, 20))).isEmpty();
  }

  private static StatisticalOutput ratio(String id, Population population, long cases) {
    Ratio row =
        new Ratio(
            Estimate.everybody(),
            Ratio.Measure.ODDS_RATIO,
            "work",
            "none",
            new FourCounts(cases, 40, 40, 40));
    return new RatioTable(id, id, population, "arm", "job", "yes", "no", List.of(row));
  }

  /** Events by six months of all, and of all but four of whom three had it. */
  @Test
  void curvesOfANestedPopulationGiveACountOfFew() {
    ReleaseLedger ledger = released(curve("c", new Population("all", "all", 160), 40));
    Population some = new Population("some", "some", 156).within("all");
    assertThat(equations(ledger, curve("d", some, 37))).isNotEmpty();
    Population half = new Population("half", "half", 130).within("all");
    assertThat(equations(ledger, curve("d", half, 25))).isEmpty();
  }

  private static StatisticalOutput curve(String id, Population population, long events) {
    SurvivalStep step = new SurvivalStep(6, population.units(), events, 20);
    return new SurvivalTable(
        id,
        id,
        population,
        "job",
        "job",
        "months",
        List.of(new SurvivalTable.Curve(Estimate.everybody(), List.of(step))));
  }

  /** The units of a dummy of all and of all but two of them. */
  @Test
  void regressionsOnANestedPopulationGiveACountOfFew() {
    ReleaseLedger ledger = released(regression("m", ALL, 40));
    Population some = new Population("some", "some", 140).within("all");
    assertThat(equations(ledger, regression("n", some, 38))).isNotEmpty();
    assertThat(equations(ledger, regression("n", some, 30))).isEmpty();
  }

  private static StatisticalOutput regression(String id, Population population, long units) {
    return new RegressionTable(
        id,
        id,
        population,
        "linear",
        "pay",
        List.of(
            Term.intercept(1, 1, population.units()),
            Term.category("work", Estimate.group("arm", "work"), 2, 1, units)),
        OptionalDouble.empty(),
        new Evidence.Model(population.units() - 3, 3, 50, 1, OptionalLong.empty(), 0.1, ""));
  }

  private static ReleaseLedger released(StatisticalOutput output) {
    Judgement judgement = GATE.judge(List.of(output));
    return new ReleaseLedger(List.of(judgement.entry(output.id(), "r1").orElseThrow()));
  }

  private static List<String> equations(ReleaseLedger ledger, StatisticalOutput request) {
    return GATE.with(ledger).judge(List.of(request)).decisions().getFirst().findings().stream()
        .filter(finding -> finding.code().equals("differencing.ledger-equation"))
        .map(finding -> finding.args().getLast())
        .toList();
  }

  private static StatisticalOutput means(String id, Population population, int... units) {
    List<MagnitudeCell> cells = new ArrayList<>();
    for (int count : units) {
      MagnitudeCell cell = MagnitudeCell.EMPTY;
      for (int i = 0; i < count; i++) {
        cell = cell.with(1_000 + i);
      }
      cells.add(cell);
    }
    return new MagnitudeTable(
        id,
        id,
        population,
        "pay",
        "pay",
        0,
        new Dimension("home", "home", List.of("a", "b")),
        new Dimension("arm", "arm", List.of("none", "work")),
        new Evidence.Contributions(
            List.of(cells.subList(0, 2), cells.subList(2, 4)), Evidence.Sign.NON_NEGATIVE));
  }

  private static StatisticalOutput effect(
      String id, Population population, long treated, long not) {
    Estimate row =
        new Estimate(
            "doubly-robust",
            "ate",
            "work",
            "none",
            Estimate.everybody(),
            new Estimate.Estimated(1.5, 0.5, 0.5, 2.5),
            FitEvidence.ofModel(treated, not, treated + not - 3, 3, 20));
    return new EstimateTable(id, id, population, "pay", "arm", List.of(row));
  }
}
