// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.meent.disclosure.gate.Asked.ALL;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Position;
import org.meent.disclosure.output.Position.Point;
import org.meent.disclosure.output.PositionEvidence;
import org.meent.disclosure.output.PositionTable;
import org.meent.disclosure.output.Statbarn;

class PositionRuleTest {
  /** 100 units with the values 1, 2, ..., 100. */
  private static final double[] HUNDRED = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

  @Test
  void aMedianRoundedToTensIsReleased() {
    Position median = Position.quantile(ALL, 0.5, 50, PositionEvidence.measured(HUNDRED, 50, 5));

    assertThat(median.evidence()).isEqualTo(new PositionEvidence(44, 10, 46));
    Asked.isReleased(table(100, median));
    assertThat(Asked.shown(Asked.decide(table(100, median))))
        .containsExactly("Total|quantile 0.5|50.00|100");
  }

  @Test
  void aMedianThatIsOneUnitsValueIsForTheCheckers() {
    Asked.isReferred(
        table(100, Position.quantile(ALL, 0.5, 50, PositionEvidence.measured(HUNDRED, 50, 0))),
        "position.one-value");
  }

  @Test
  void aQuantileNeedsTenUnitsToEitherSide() {
    Asked.isReleased(table(100, quantile(0.9, 90.5, 90, 0, 10)));
    Asked.isRefused(table(100, quantile(0.91, 91.5, 91, 0, 9)), "position.side");
    Asked.isReleased(table(100, quantile(0.1, 10.5, 10, 0, 90)));
    Asked.isRefused(table(100, quantile(0.09, 9.5, 9, 0, 91)), "position.side");
  }

  @Test
  void aTieOfManyIsSafeAtTheEndAndATieOfFewIsNot() {
    Asked.isReleased(table(100, quantile(0.05, 0, 0, 10, 90)));
    Asked.isRefused(table(100, quantile(0.05, 0, 0, 9, 91)), "position.side");
  }

  @Test
  void quantilesNearEachOtherListTheRecords() {
    List<String> shown =
        Asked.shown(
            Asked.decide(
                table(
                    100,
                    quantile(0.5, 50.5, 50, 0, 50),
                    quantile(0.52, 52.5, 52, 0, 48),
                    quantile(0.6, 60.5, 60, 0, 40))));

    assertThat(shown)
        .containsExactly(
            "Total|quantile 0.5|50.50|100",
            "Total|quantile 0.52|.|100",
            "Total|quantile 0.6|60.50|100");
  }

  @Test
  void endPointsAndWhiskersAreAPersonsValueUnlessManyShareThem() {
    for (Point point : List.of(Point.MINIMUM, Point.LOWER_WHISKER)) {
      Asked.isRefused(
          table(100, Position.of(ALL, point, 0, new PositionEvidence(0, 9, 91))), "position.value");
      Asked.isReleased(table(100, Position.of(ALL, point, 0, new PositionEvidence(0, 10, 90))));
    }
    Asked.isRefused(
        table(100, Position.of(ALL, Point.UPPER_WHISKER, 80, new PositionEvidence(79, 1, 20))),
        "position.value");
    Asked.isRefused(
        table(100, Position.of(ALL, Point.MAXIMUM, 99, new PositionEvidence(99, 1, 0))),
        "position.value");
  }

  @Test
  void aBoxPlotLosesItsWhiskersAndKeepsItsBox() {
    PositionTable box =
        table(
            100,
            Position.of(ALL, Point.LOWER_WHISKER, 1, new PositionEvidence(0, 1, 99)),
            quantile(0.25, 25.5, 25, 0, 75),
            quantile(0.5, 50.5, 50, 0, 50),
            quantile(0.75, 75.5, 75, 0, 25),
            Position.of(ALL, Point.UPPER_WHISKER, 100, new PositionEvidence(99, 1, 0)));

    assertThat(box.statbarns()).containsExactly(Statbarn.POSITION, Statbarn.ENDPOINTS);
    assertThat(Asked.shown(Asked.decide(box)))
        .containsExactly(
            "Total|lower whisker|.|100",
            "Total|quantile 0.25|25.50|100",
            "Total|quantile 0.5|50.50|100",
            "Total|quantile 0.75|75.50|100",
            "Total|upper whisker|.|100");
  }

  @Test
  void aValueThatNearlyEverybodyHasIsForTheCheckers() {
    Asked.isReferred(table(100, quantile(0.5, 0, 0, 91, 9)), "alike");
    Asked.isReleased(table(100, quantile(0.5, 0, 0, 90, 10)));
  }

  @Test
  void aGroupOfFewAndTheOneItWouldFollowFromAreLeftOut() {
    PositionTable table =
        table(
            100,
            quantile(0.5, 50.5, 50, 0, 50),
            Position.quantile(Asked.group("home", "a"), 0.5, 3, new PositionEvidence(4, 0, 5)),
            Position.quantile(Asked.group("home", "b"), 0.5, 3, new PositionEvidence(45, 0, 46)));

    assertThat(Asked.shown(Asked.decide(table)).get(1)).isEqualTo("home=a|quantile 0.5|.|.");
    assertThat(Asked.shown(Asked.decide(table)).get(2)).endsWith("|.");
  }

  @Test
  void threeUnitsWhoseValueIsUnknownAreProtectedToo() {
    Decision decision = Asked.decide(table(103, quantile(0.5, 50.5, 50, 0, 50)));

    assertThat(decision).isNotInstanceOf(Decision.Release.class);
  }

  @Test
  void aPositionWithoutItsEvidenceCannotBeMade() {
    assertThatThrownBy(() -> quantile(1.5, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Position.of(ALL, Point.MAXIMUM, 5, new PositionEvidence(1, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PositionEvidence(-1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table(10, quantile(0.5, 1, 5, 1, 5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Position quantile(double share, double value, long below, long at, long above) {
    return Position.quantile(ALL, share, value, new PositionEvidence(below, at, above));
  }

  private static PositionTable table(long units, Position... rows) {
    return new PositionTable(
        "p", "Positions", Asked.population(units), "pay", "pay (euro)", List.of(rows));
  }
}
