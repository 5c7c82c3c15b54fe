// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.output.SurvivalTable.Curve;

class SurvivalRuleTest {

  @Test
  void aCurveWithLargeStepsIsReleased() {
    SurvivalTable table = table(100, curve(Asked.ALL, 100, new long[][] {{20, 0}, {10, 10}}));

    Asked.isReleased(table);
    // 1 - 20/100 = 0.8; 0.8 (1 - 10/80) = 0.7
    assertThat(Asked.shown(Asked.decide(table)))
        .containsExactly("Total|1|100|0.800", "Total|2|80|0.700");
  }

  @Test
  void stepsOfFewEventsAreMerged() {
    Decision decision =
        Asked.decide(
            table(100, curve(Asked.ALL, 100, new long[][] {{9, 0}, {1, 0}, {20, 0}, {3, 0}})));

    assertThat(decision).isInstanceOf(Decision.Protected.class);
    assertThat(Asked.codes(decision)).contains("survival.merged");
    assertThat(Asked.shown(decision)).containsExactly("Total|2|100|0.900", "Total|3|90|0.700");
  }

  @Test
  void fewCensoredAreMergedToo() {
    Decision decision =
        Asked.decide(table(100, curve(Asked.ALL, 100, new long[][] {{20, 9}, {20, 1}})));

    assertThat(Asked.shown(decision)).containsExactly("Total|2|100|0.600");
  }

  @Test
  void stepsWithoutAnyEventAreShown() {
    Asked.isReleased(table(100, curve(Asked.ALL, 100, new long[][] {{0, 0}, {10, 0}, {0, 0}})));
  }

  @Test
  void aCurveEndsWhereFewAreLeft() {
    Decision decision =
        Asked.decide(table(100, curve(Asked.ALL, 100, new long[][] {{40, 0}, {51, 0}})));

    assertThat(Asked.shown(decision)).containsExactly("Total|1|100|0.600");
  }

  @Test
  void aCurveOfFewEventsIsRefused() {
    assertThat(Asked.decide(table(100, curve(Asked.ALL, 100, new long[][] {{2, 0}, {3, 0}}))))
        .isInstanceOf(Decision.Refusal.class);
  }

  @Test
  void nearlyEverybodyWithTheEventIsForTheCheckers() {
    Asked.isReferred(table(200, curve(Asked.ALL, 200, new long[][] {{181, 0}})), "alike");
    Asked.isReleased(table(200, curve(Asked.ALL, 200, new long[][] {{180, 0}})));
  }

  @Test
  void eventsOfAnArmComeNotBackFromTheOtherAndTheWhole() {
    SurvivalTable curves =
        table(
            200,
            curve(Asked.ALL, 200, new long[][] {{40, 0}, {20, 0}}),
            curve(Asked.group("arm", "work"), 104, new long[][] {{25, 0}, {15, 0}}));
    // arm none is not shown, but follows: 96 units, 15 and 5 events
    Decision decision = Asked.decide(curves);

    assertThat(decision).isInstanceOf(Decision.Protected.class);
    assertThat(String.join("\n", Asked.shown(decision))).contains("|.");
  }

  @Test
  void theImpliedTableIsLinkedWithTablesOfTheRequest() {
    SurvivalTable curve = table(100, curve(Asked.ALL, 100, new long[][] {{20, 0}, {30, 0}}));
    Dimension first = new Dimension("work by 1", "by then", List.of("event", "at risk"));
    Dimension home = new Dimension("home", "home", List.of("a", "b"));
    Judgement judgement =
        Asked.judge(curve, Asked.counts("t", first, home, new long[][] {{16, 4}, {40, 40}}));

    String table = String.join("\n", Asked.shown(judgement.decisions().get(1)));
    assertThat(table).contains("event|b|.").contains("event|a|.");
  }

  @Test
  void curvesOverOtherTimesAreLinkedByWhatTheyShare() {
    SurvivalTable all = table(200, curve(Asked.ALL, 200, new long[][] {{20, 0}, {30, 0}}));
    SurvivalTable one =
        new SurvivalTable(
            "work",
            "Time to work",
            Asked.population(200),
            "work",
            "found work",
            "months",
            List.of(
                new Curve(Asked.group("arm", "work"), List.of(new SurvivalStep(2, 150, 47, 0)))));
    // of the other 50, three had the event by 2
    List<Decision> decisions = Asked.judge(all, one).decisions();

    assertThat(decisions).anyMatch(decision -> !(decision instanceof Decision.Release));
  }

  @Test
  void stepsThatDoNotJoinCannotBeMade() {
    assertThatThrownBy(
            () ->
                new Curve(
                    Asked.ALL,
                    List.of(new SurvivalStep(1, 100, 10, 0), new SurvivalStep(2, 91, 1, 0))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SurvivalStep(1, 5, 4, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Curve curve(SortedMap<String, String> group, long units, long[][] left) {
    List<SurvivalStep> steps = new ArrayList<>();
    long atRisk = units;
    for (long[] step : left) {
      steps.add(new SurvivalStep(steps.size() + 1, atRisk, step[0], step[1]));
      atRisk = steps.getLast().left();
    }
    return new Curve(group, steps);
  }

  private static SurvivalTable table(long units, Curve... curves) {
    return new SurvivalTable(
        "k",
        "Time to work",
        Asked.population(units),
        "work",
        "found work",
        "months",
        List.of(curves));
  }
}
