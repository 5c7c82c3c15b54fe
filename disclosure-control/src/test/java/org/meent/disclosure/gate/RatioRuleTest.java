// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.Ratio.Measure;
import org.meent.disclosure.output.RatioTable;

class RatioRuleTest {

  @Test
  void ratiosOfTensAreReleased() {
    // (20 * 10) / (30 * 40) = 1/6; (20/50) / (40/50) = 0.5; 0.4 - 0.8 = -0.4
    FourCounts four = new FourCounts(20, 30, 40, 10);
    assertThat(
            Asked.shown(
                Asked.decide(
                    table(four, Measure.ODDS_RATIO, Measure.RISK_RATIO, Measure.RISK_DIFFERENCE))))
        .containsExactly(
            "Total|odds ratio|work|none|0.167|50|50",
            "Total|risk ratio|work|none|0.5|50|50",
            "Total|risk difference|work|none|-0.400|50|50");
  }

  @Test
  void eachOfTheFourCountsNeedsTen() {
    Asked.isReleased(table(new FourCounts(10, 30, 40, 10), Measure.ODDS_RATIO));
    for (FourCounts four :
        List.of(
            new FourCounts(9, 30, 40, 20),
            new FourCounts(30, 9, 40, 20),
            new FourCounts(30, 40, 9, 20),
            new FourCounts(30, 40, 20, 9))) {
      assertThat(Asked.decide(table(four, Measure.ODDS_RATIO)))
          .isInstanceOf(Decision.Refusal.class);
    }
  }

  @Test
  void aHiddenZeroIsFound() {
    Asked.isRefused(table(new FourCounts(0, 50, 30, 20), Measure.RISK_DIFFERENCE), "ratio.zero");
    Asked.isRefused(table(new FourCounts(50, 0, 30, 20), Measure.ODDS_RATIO), "ratio.zero");
  }

  @Test
  void aRiskOfNearlyAllIsForTheCheckers() {
    Asked.isReferred(table(new FourCounts(190, 10, 100, 100), Measure.RISK_RATIO), "alike");
  }

  @Test
  void aCountThatATableLeavesOutComesNotBackFromARatio() {
    Dimension arm = new Dimension("arm", "arm", List.of("none", "work", "pay"));
    Dimension outcome = new Dimension("job", "job", List.of("no", "yes"));
    Judgement judgement =
        Asked.judge(
            Asked.counts("t", arm, outcome, new long[][] {{20, 40}, {30, 20}, {4, 40}}),
            new RatioTable(
                "r",
                "Ratios",
                Asked.population(154),
                "arm",
                "job",
                "yes",
                "no",
                List.of(
                    new Ratio(
                        Asked.ALL,
                        Measure.ODDS_RATIO,
                        "work",
                        "none",
                        new FourCounts(20, 30, 40, 20)))));

    List<String> table = Asked.shown(judgement.decisions().get(0));
    boolean anyOfTheFour =
        List.of("none|no|.", "none|yes|.", "work|no|.", "work|yes|.").stream()
            .anyMatch(table::contains);
    Decision ratio = judgement.decisions().get(1);
    assertThat(table).contains("pay|no|.");
    assertThat(ratio instanceof Decision.Refusal).isEqualTo(anyOfTheFour);
  }

  @Test
  void aRatioOfAGroupWithItselfCannotBeMade() {
    assertThatThrownBy(
            () ->
                new Ratio(Asked.ALL, Measure.ODDS_RATIO, "a", "a", new FourCounts(10, 10, 10, 10)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FourCounts(1, 1, -1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RatioTable table(FourCounts four, Measure... measures) {
    return new RatioTable(
        "r",
        "Ratios",
        Asked.population(four.units()),
        "arm",
        "job",
        "yes",
        "no",
        List.of(measures).stream()
            .map(measure -> new Ratio(Asked.ALL, measure, "work", "none", four))
            .toList());
  }
}
