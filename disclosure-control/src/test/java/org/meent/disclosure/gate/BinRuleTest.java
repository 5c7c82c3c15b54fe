// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.BinnedFigure.Bin;
import org.meent.disclosure.output.BinnedFigure.Edges;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.GroupMean;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.Statbarn;

class BinRuleTest {
  private static final Edges ROUND = new Edges(0, 0);

  @Test
  void aHistogramOfTensIsReleased() {
    BinnedFigure histogram = histogram(ROUND, 10, 20, 30, 10);

    assertThat(histogram.statbarns()).containsExactly(Statbarn.FREQUENCIES);
    Asked.isReleased(histogram);
    assertThat(Asked.shown(Asked.decide(histogram)))
        .containsExactly("0.0|10.0|10", "10.0|20.0|20", "20.0|30.0|30", "30.0|40.0|10");
  }

  @Test
  void aTailOfNineIsLeftOutTogetherWithAnother() {
    Decision decision = Asked.decide(histogram(ROUND, 9, 20, 30, 15));

    assertThat(decision).isInstanceOf(Decision.Protected.class);
    assertThat(Asked.shown(decision).getFirst()).isEqualTo("0.0|10.0|.");
    assertThat(Asked.shown(decision).stream().filter(row -> row.endsWith("|."))).hasSize(2);
  }

  @Test
  void anEmptyTailIsSafe() {
    Asked.isReleased(histogram(ROUND, 0, 20, 30, 10));
  }

  @Test
  void anOutermostEdgeMustNotBeAPersonsValue() {
    Asked.isRefused(histogram(new Edges(1, 0), 10, 20, 30, 10), "edges.value");
    Asked.isRefused(histogram(new Edges(0, 9), 10, 20, 30, 10), "edges.value");
    Asked.isReleased(histogram(new Edges(10, 0), 10, 20, 30, 10));
  }

  @Test
  void aBinOfNearlyEverybodyIsForTheCheckers() {
    Asked.isReferred(histogram(ROUND, 0, 191, 0, 10), "alike");
    Asked.isReleased(histogram(ROUND, 0, 90, 0, 10));
  }

  @Test
  void aTailComesNotBackFromOtherBinsOfTheSameNumber() {
    BinnedFigure tens = histogram(ROUND, 12, 20, 30, 15);
    BinnedFigure wide =
        new BinnedFigure(
            "w",
            "Ages",
            Asked.population(77),
            "age",
            "age",
            ROUND,
            List.of(new Bin(0, 15, GroupEvidence.of(20)), new Bin(15, 40, GroupEvidence.of(57))));
    // 20 below 15 and 12 below 10: eight between
    Judgement judgement = Asked.judge(tens, wide);

    assertThat(judgement.decisions()).anyMatch(decision -> !(decision instanceof Decision.Release));
  }

  @Test
  void aCalibrationCurveNeedsTenWithAndTenWithoutTheEvent() {
    Asked.isReleased(curve(30, 12, 40, 20));
    assertThat(Asked.shown(Asked.decide(curve(30, 9, 40, 20))))
        .containsExactly("0.0|10.0|30|.", "10.0|20.0|40|0.5");
  }

  @Test
  void aBinWhereNobodyHasTheEventIsLeftOut() {
    BinnedFigure figure =
        new BinnedFigure(
            "b",
            "Calibration",
            Asked.population(120),
            "prediction",
            "prediction",
            ROUND,
            List.of(
                bin(0, 40, share(40, 0)), bin(1, 40, share(40, 15)), bin(2, 40, share(40, 20))));

    assertThat(Asked.shown(Asked.decide(figure)).getFirst()).isEqualTo("0.0|10.0|40|.");
  }

  @Test
  void aDominatedMeanIsLeftOutAndItsBinStays() {
    GroupMean one =
        new GroupMean(
            "pay",
            "pay",
            GroupMean.Values.NON_NEGATIVE_AMOUNTS,
            2,
            new MagnitudeCell(20, 1000, 1000, 600, 50));
    GroupMean even =
        new GroupMean(
            "pay",
            "pay",
            GroupMean.Values.NON_NEGATIVE_AMOUNTS,
            2,
            new MagnitudeCell(20, 1000, 1000, 50, 50));
    BinnedFigure figure =
        new BinnedFigure(
            "b",
            "Pay by age",
            Asked.population(40),
            "age",
            "age",
            ROUND,
            List.of(bin(0, 20, one), bin(1, 20, even)));
    Decision decision = Asked.decide(figure);

    assertThat(Asked.shown(decision)).containsExactly("0.0|10.0|20|.", "10.0|20.0|20|0.50");
    assertThat(Asked.codes(decision)).contains("rows.means");
  }

  @Test
  void binsThatOverlapOrDoNotAddUpCannotBeMade() {
    assertThatThrownBy(
            () ->
                new BinnedFigure(
                    "b",
                    "B",
                    Asked.population(21),
                    "age",
                    "age",
                    ROUND,
                    List.of(bin(0, 10), bin(1, 10))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new BinnedFigure(
                    "b",
                    "B",
                    Asked.population(20),
                    "age",
                    "age",
                    ROUND,
                    List.of(bin(1, 10), bin(0, 10))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> share(5, 6)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Bin bin(int place, long units, GroupMean... means) {
    return new Bin(10.0 * place, 10.0 * place + 10, GroupEvidence.of(units, List.of(means)));
  }

  private static GroupMean share(long units, long having) {
    return GroupMean.share("work", "found work", units, having);
  }

  private static BinnedFigure histogram(Edges edges, long... units) {
    List<Bin> bins = new ArrayList<>();
    for (long n : units) {
      bins.add(bin(bins.size(), n));
    }
    long all = java.util.Arrays.stream(units).sum();
    return new BinnedFigure("h", "Ages", Asked.population(all), "age", "age", edges, bins);
  }

  private static BinnedFigure curve(long first, long events, long second, long more) {
    return new BinnedFigure(
        "b",
        "Calibration",
        Asked.population(first + second),
        "prediction",
        "prediction",
        ROUND,
        List.of(bin(0, first, share(first, events)), bin(1, second, share(second, more))));
  }
}
