// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Concentration;
import org.meent.disclosure.output.Concentration.Index;
import org.meent.disclosure.output.ConcentrationTable;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.Statbarn;

class ConcentrationRuleTest {
  private static final MagnitudeCell EVEN = new MagnitudeCell(100, 1000, 1000, 20, 20);

  @Test
  void indicesOfAnEvenGroupAreReleased() {
    ConcentrationTable table =
        table(
            new Concentration(Asked.ALL, Index.GINI, 0, 0.4, EVEN),
            new Concentration(Asked.ALL, Index.HERFINDAHL, 0, 0.012, EVEN),
            new Concentration(Asked.ALL, Index.CONCENTRATION_RATIO, 10, 0.2, EVEN));

    assertThat(table.statbarns())
        .containsExactly(Statbarn.GINI_COEFFICIENT, Statbarn.NON_LINEAR_CONCENTRATION_RATIOS);
    Asked.isReleased(table);
    assertThat(Asked.shown(Asked.decide(table)))
        .containsExactly(
            "Total|gini|0.400|100",
            "Total|herfindahl|0.0120|100",
            "Total|concentration ratio 10|0.200|100");
  }

  @Test
  void theShareOfFewLargestIsRefused() {
    Asked.isRefused(
        table(new Concentration(Asked.ALL, Index.CONCENTRATION_RATIO, 9, 0.2, EVEN)),
        "concentration.few");
  }

  @Test
  void oneLargestContributorIsRefused() {
    Asked.isReleased(index(new MagnitudeCell(100, 1000, 1000, 500, 20)));
    Asked.isRefused(index(new MagnitudeCell(100, 1000, 1000, 501, 20)), "dominance.row");
  }

  @Test
  void anIndexWhoseRootIsAboveTheRuleBoundsTheLargestTooNear() {
    MagnitudeCell twoGiants = new MagnitudeCell(100, 1000, 1000, 450, 450);
    Asked.isRefused(
        table(new Concentration(Asked.ALL, Index.HERFINDAHL, 0, 0.41, twoGiants)),
        "concentration.bound");
    Asked.isReleased(table(new Concentration(Asked.ALL, Index.HERFINDAHL, 0, 0.25, EVEN)));
  }

  @Test
  void aGroupOfFewIsRefused() {
    Asked.isReleased(index(new MagnitudeCell(10, 1000, 1000, 100, 100)));
    assertThat(Asked.decide(index(new MagnitudeCell(9, 1000, 1000, 120, 120))))
        .isInstanceOf(Decision.Refusal.class);
  }

  @Test
  void impossibleIndicesCannotBeMade() {
    assertThatThrownBy(() -> new Concentration(Asked.ALL, Index.GINI, 3, 0.2, EVEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Concentration(Asked.ALL, Index.GINI, 0, 1.2, EVEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ConcentrationTable index(MagnitudeCell contributors) {
    return table(new Concentration(Asked.ALL, Index.GINI, 0, 0.3, contributors));
  }

  private static ConcentrationTable table(Concentration... rows) {
    return new ConcentrationTable(
        "c",
        "Concentration",
        Asked.population(rows[0].contributors().units()),
        "turnover",
        "turnover (euro)",
        List.of(rows));
  }
}
