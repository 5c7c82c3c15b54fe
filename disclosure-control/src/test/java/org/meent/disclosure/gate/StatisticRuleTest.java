// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Statbarn;
import org.meent.disclosure.output.Statistic;
import org.meent.disclosure.output.Statistic.Measure;
import org.meent.disclosure.output.StatisticEvidence;
import org.meent.disclosure.output.StatisticTable;

class StatisticRuleTest {

  @Test
  void aCorrelationOfManyIsReleased() {
    StatisticTable table = table(correlation(0.3, 100, 98, 100, 0.1));

    assertThat(table.statbarns()).containsExactly(Statbarn.CORRELATION_COEFFICIENTS);
    Asked.isReleased(table);
    assertThat(Asked.shown(Asked.decide(table)))
        .containsExactly("Total|correlation|age and pay|0.300|0.0100|100");
  }

  @Test
  void fewDegreesOfFreedomAreRefused() {
    Asked.isReleased(table(correlation(0.3, 12, 10, 12, 0.1)));
    Asked.isRefused(table(correlation(0.3, 11, 9, 11, 0.1)), "df.few");
  }

  @Test
  void aGroupOfFewBehindATestIsRefused() {
    Asked.isReleased(table(test(10)));
    Asked.isRefused(table(test(9)), "statistic.group");
  }

  @Test
  void aKurtosisThatOneUnitMakesIsRefused() {
    Asked.isReleased(table(kurtosis(0.5)));
    Asked.isRefused(table(kurtosis(0.51)), "statistic.one");
  }

  @Test
  void aPerfectCorrelationAndNoSpreadAreRefused() {
    Asked.isRefused(table(correlation(-1, 100, 98, 100, 0.1)), "statistic.alike");
    Asked.isRefused(
        table(
            new Statistic(
                Asked.ALL,
                Measure.STANDARD_DEVIATION,
                "pay",
                0,
                OptionalDouble.empty(),
                new StatisticEvidence(100, 99, 100, 0))),
        "statistic.alike");
  }

  @Test
  void saysWhichEvidenceWasLookedAt() {
    assertThat(Asked.codes(Asked.decide(table(kurtosis(0.1)))))
        .contains(
            "looked.residual-degrees-of-freedom", "looked.dominance-1-share", "statistic.pass");
  }

  @Test
  void impossibleStatisticsCannotBeMade() {
    assertThatThrownBy(() -> correlation(1.1, 100, 98, 100, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StatisticEvidence(10, 8, 11, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StatisticEvidence(10, 8, 10, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Statistic correlation(
      double value, long units, long degrees, long smallest, double share) {
    return new Statistic(
        Asked.ALL,
        Measure.CORRELATION,
        "age and pay",
        value,
        OptionalDouble.of(0.01),
        new StatisticEvidence(units, degrees, smallest, share));
  }

  private static Statistic test(long smallest) {
    return new Statistic(
        Asked.ALL,
        Measure.CHI_SQUARED_TEST,
        "arm and job",
        3.2,
        OptionalDouble.of(0.07),
        new StatisticEvidence(100, 97, smallest, 0.1));
  }

  private static Statistic kurtosis(double share) {
    return new Statistic(
        Asked.ALL,
        Measure.KURTOSIS,
        "pay",
        4.5,
        OptionalDouble.empty(),
        new StatisticEvidence(100, 98, 100, share));
  }

  private static StatisticTable table(Statistic row) {
    return new StatisticTable(
        "s", "Statistics", Asked.population(row.evidence().units()), List.of(row));
  }
}
