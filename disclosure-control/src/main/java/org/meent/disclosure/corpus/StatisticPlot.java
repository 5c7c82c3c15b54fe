// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.Statistic;
import org.meent.disclosure.output.StatisticEvidence;
import org.meent.disclosure.output.StatisticTable;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** Standard deviation and kurtosis: of few, of people who are all alike, or of one outlier. */
final class StatisticPlot implements Plot {
  private static final String OUTPUT = "o1";
  private static final double NEAR = 0.05;

  @Override
  public String name() {
    return "statistics: few, alike, one outlier";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    int sort = random.nextInt(6);
    int people = sort == 0 ? 2 + random.nextInt(7) : 30 + random.nextInt(200);
    double[] values = new double[people];
    Arrays.setAll(values, i -> sort == 1 ? 1_200 : 1_000 + 2_000 * random.nextDouble());
    if (sort == 2) {
      values[0] = 1_000_000 * (1 + random.nextDouble());
    }
    List<Statistic> rows = new ArrayList<>();
    double deviation = Math.sqrt(moment(values, 2));
    rows.add(row(Statistic.Measure.STANDARD_DEVIATION, deviation, values, 2));
    if (deviation > 0) {
      double kurtosis = moment(values, 4) / (moment(values, 2) * moment(values, 2));
      rows.add(row(Statistic.Measure.KURTOSIS, kurtosis, values, 4));
    }
    StatisticTable table =
        new StatisticTable(OUTPUT, OUTPUT, new Population("all", "all", people), rows);
    return new Case(
        List.of(table),
        printed -> leaks(printed, values, Case.minimum(rules)),
        Map.of(place("standard deviation", "value"), deviation));
  }

  private static Statistic row(
      Statistic.Measure measure, double value, double[] values, int power) {
    double all = moment(values, power) * values.length;
    double largest = largest(values);
    double share = all == 0 ? 0 : Math.min(1, Math.pow(largest, power) / all);
    return new Statistic(
        Estimate.everybody(),
        measure,
        Crowd.MEASURE,
        value,
        OptionalDouble.empty(),
        new StatisticEvidence(values.length, values.length - 1L, values.length, share));
  }

  private static double moment(double[] values, int power) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(v -> Math.pow(v - mean, power)).average().orElse(0);
  }

  private static double largest(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(v -> Math.abs(v - mean)).max().orElse(0);
  }

  /** If one outlier carries the fourth moment, it lies {@code (K n)^(1/4)} deviations out. */
  private static boolean leaks(Printed printed, double[] values, long minimum) {
    OptionalDouble units = printed.at(place("standard deviation", "units"));
    OptionalDouble deviation = printed.at(place("standard deviation", "value"));
    OptionalDouble kurtosis = printed.at(place("kurtosis", "value"));
    if (units.isPresent() && units.getAsDouble() < minimum) {
      return true;
    }
    if (deviation.isPresent() && deviation.getAsDouble() == 0) {
      return true;
    }
    if (deviation.isEmpty() || kurtosis.isEmpty() || units.isEmpty()) {
      return false;
    }
    double out =
        deviation.getAsDouble() * Math.pow(kurtosis.getAsDouble() * units.getAsDouble(), 0.25);
    return Math.abs(out / largest(values) - 1) < NEAR;
  }

  private static Printed.Place place(String statistic, String heading) {
    return new Printed.Place(OUTPUT, List.of(Dimension.TOTAL, statistic, Crowd.MEASURE), heading);
  }
}
