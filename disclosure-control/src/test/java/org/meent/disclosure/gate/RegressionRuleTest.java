// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.Term;

class RegressionRuleTest {
  private static final Evidence.Model ORDINARY = model(97, 3, 60, 1, 0.1);

  @Test
  void anOrdinaryModelIsReleased() {
    RegressionTable table = table(100, ORDINARY, 0.4, intercept(100), age(100), dummy("a", 40));

    Asked.isReleased(table);
    assertThat(Asked.shown(Asked.decide(table)))
        .containsExactly(
            "intercept|1.50|0.200|",
            "age|1.50|0.200|",
            "home a|1.50|0.200|40",
            "residual degrees of freedom|97||",
            "R squared|0.400||");
  }

  @Test
  void fewDegreesOfFreedomAreRefused() {
    Asked.isReleased(table(14, model(10, 4, 14, 1, 0.3), 0.4, intercept(14), age(14)));
    Asked.isRefused(table(13, model(9, 4, 13, 1, 0.3), 0.4, intercept(13), age(13)), "df.few");
  }

  @Test
  void aDummyForOneRecordLosesItsCoefficient() {
    Decision decision =
        Asked.decide(
            table(100, model(96, 4, 60, 1, 0.4), 0.4, intercept(100), age(100), dummy("a", 1)));

    assertThat(decision).isInstanceOf(Decision.Protected.class);
    assertThat(Asked.shown(decision)).contains("home a|.|.|.").contains("age|1.50|0.200|");
    assertThat(Asked.codes(decision)).contains("term.few");
  }

  @Test
  void aDummyOfAllButFewIsTheSame() {
    assertThat(Asked.shown(Asked.decide(table(100, ORDINARY, 0.4, age(100), dummy("a", 91)))))
        .contains("home a|.|.|.");
    assertThat(Asked.shown(Asked.decide(table(100, ORDINARY, 0.4, age(100), dummy("a", 90)))))
        .contains("home a|1.50|0.200|90");
  }

  @Test
  void aReferenceCategoryOfFewTakesItsDummiesAndTheIntercept() {
    Decision decision =
        Asked.decide(
            table(
                100,
                model(96, 4, 60, 1, 0.3),
                0.4,
                intercept(100),
                age(100),
                dummy("a", 45),
                dummy("b", 46)));

    assertThat(Asked.shown(decision))
        .contains("intercept|.|.|", "age|1.50|0.200|")
        .noneMatch(row -> row.startsWith("home") && !row.contains("|.|.|"));
  }

  @Test
  void anIndicatorWithoutItsCategoryIsSeenByItsUnits() {
    Decision decision =
        Asked.decide(
            table(
                100,
                model(96, 4, 60, 1, 0.4),
                0.4,
                intercept(100),
                age(100),
                Term.number("flag", 1.5, 0.2, 1)));

    assertThat(Asked.shown(decision)).contains("flag|.|.|");
  }

  @Test
  void aSaturatedModelWithASmallCellIsRefused() {
    Asked.isRefused(table(251, model(201, 50, 50, 1, 0.4), 0.4, intercept(251)), "model.saturated");
    Asked.isRefused(table(251, model(201, 50, 50, 9, 0.4), 0.4, intercept(251)), "model.saturated");
    Asked.isReleased(table(251, model(249, 2, 2, 100, 0.01), 0.4, intercept(251)));
  }

  @Test
  void countsBehindASaturatedModelOfSharesAreFound() {
    Asked.isRefused(
        table(200, shares(2, 2, 100, 9), 0.1, intercept(200), dummy("a", 100)), "model.saturated");
    Asked.isReleased(table(200, shares(2, 2, 100, 10), 0.1, intercept(200), dummy("a", 100)));
  }

  @Test
  void aCategoryWithOneOutcomeIsForTheCheckers() {
    Asked.isReferred(
        table(200, shares(2, 80, 1, 0), 0.1, intercept(200), age(200)), "model.separated");
  }

  @Test
  void leverageNearOneIsRefused() {
    Asked.isReleased(table(100, model(97, 3, 60, 1, 0.5), 0.4, intercept(100), age(100)));
    Asked.isRefused(
        table(100, model(97, 3, 60, 1, 0.51), 0.4, intercept(100), age(100)), "leverage.found");
  }

  @Test
  void aPerfectFitIsRefused() {
    Asked.isRefused(table(100, ORDINARY, 1.0, intercept(100), age(100)), "model.perfect");
  }

  @Test
  void nestedModelsThatDifferByFewRecordsAreRefused() {
    Population whole = new Population("whole", "all", 100);
    Population part = new Population("part", "all but three", 97, "whole");
    List<Decision> decisions =
        Asked.judge(model("m1", whole, 100), model("m2", part, 97)).decisions();

    assertThat(decisions.get(0)).isInstanceOf(Decision.Release.class);
    assertThat(decisions.get(1)).isInstanceOf(Decision.Refusal.class);
    assertThat(Asked.codes(decisions.get(1))).contains("differencing.nested");
    List<Decision> apart =
        Asked.judge(model("m1", whole, 100), model("m2", new Population("part", "x", 97), 97))
            .decisions();
    assertThat(Asked.codes(apart.get(1))).contains("differencing.sizes");
  }

  @Test
  void aCategoryThatATableLeavesOutComesNotBackFromItsTerm() {
    Judgement judgement =
        Asked.judge(
            Asked.counts(
                "t",
                new Dimension("home", "home", List.of("a", "b", "c")),
                new Dimension("arm", "arm", List.of("none", "work")),
                new long[][] {{20, 20}, {4, 3}, {26, 27}}),
            table(100, model(96, 4, 60, 1, 0.2), 0.4, age(100), dummy("a", 40), dummy("b", 7)));

    assertThat(Asked.shown(judgement.decisions().get(1))).contains("home b|.|.|.");
    assertThat(Asked.shown(judgement.decisions().get(0))).contains("b|Total|.");
  }

  @Test
  void contradictingEvidenceCannotBeMade() {
    assertThatThrownBy(() -> model(97, 3, 2, 1, 0.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> model(97, 3, 60, 1, 1.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table(90, ORDINARY, 0.4, intercept(90)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Evidence.Model model(
      long degrees, int parameters, long patterns, long smallest, double leverage) {
    return new Evidence.Model(
        degrees, parameters, patterns, smallest, OptionalLong.empty(), leverage, "");
  }

  private static Evidence.Model shares(int parameters, long patterns, long smallest, long least) {
    return new Evidence.Model(190, parameters, patterns, smallest, OptionalLong.of(least), 0.1, "");
  }

  private static Term intercept(long units) {
    return Term.intercept(1.5, 0.2, units);
  }

  private static Term age(long units) {
    return Term.number("age", 1.5, 0.2, units);
  }

  private static Term dummy(String code, long units) {
    return Term.category("home " + code, Asked.group("home", code), 1.5, 0.2, units);
  }

  private static RegressionTable table(
      long units, Evidence.Model evidence, double rSquared, Term... terms) {
    return new RegressionTable(
        "m",
        "A model",
        Asked.population(units),
        "linear",
        "pay (euro)",
        List.of(terms),
        OptionalDouble.of(rSquared),
        evidence);
  }

  private static RegressionTable model(String id, Population population, long units) {
    return new RegressionTable(
        id,
        "A model",
        population,
        "linear",
        "pay (euro)",
        List.of(intercept(units), age(units)),
        OptionalDouble.of(0.4),
        model(units - 3, 3, 60, 1, 0.1));
  }
}
