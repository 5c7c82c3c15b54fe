// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.measure.StatisticRecipe;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.Statistic;
import org.meent.disclosure.output.StatisticTable;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/**
 * Standard deviation and kurtosis by group: of few, of people who are all alike, or of one outlier.
 */
final class StatisticPlot implements Plot {
  private static final String OUTPUT = "o1";
  private static final String GROUP = "group";
  private static final double NEAR = 0.05;

  @Override
  public String name() {
    return "statistics: few, alike, one outlier";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    int sort = random.nextInt(6);
    List<double[]> groups = new ArrayList<>();
    for (int g = 0; g < 2; g++) {
      groups.add(values(random, g == 0 ? sort : -1));
    }
    StatisticRecipe recipe = recipe(groups);
    StatisticTable table = (StatisticTable) recipe.output();
    Map<Printed.Place, Double> careless = new HashMap<>();
    for (Statistic row : table.rows()) {
      String code = row.group().getOrDefault(GROUP, "");
      String word = row.measure() == Statistic.Measure.KURTOSIS ? "kurtosis" : "standard deviation";
      careless.put(place(code, word, "value"), row.value());
      careless.put(place(code, word, "units"), (double) row.evidence().units());
    }
    return new Case(
        List.of(table),
        printed ->
            leaks(printed, "a", groups.getFirst(), Case.minimum(rules))
                || leaks(printed, "b", groups.getLast(), Case.minimum(rules)),
        careless,
        Map.of(OUTPUT, recipe));
  }

  private static double[] values(RandomStream random, int sort) {
    int people = sort == 0 ? 2 + random.nextInt(7) : 30 + random.nextInt(200);
    double[] values = new double[people];
    Arrays.setAll(
        values, i -> sort == 1 ? 1_200 : Math.rint(100_000 + 200_000 * random.nextDouble()) / 100);
    if (sort == 2) {
      values[0] = Math.rint(1_000_000 * (1 + random.nextDouble()));
    }
    return values;
  }

  private static StatisticRecipe recipe(List<double[]> groups) {
    List<String> codes = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      for (int i = 0; i < groups.get(g).length; i++) {
        codes.add(g == 0 ? "a" : "b");
      }
    }
    double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
    Sample sample = Sample.of(all.length, Map.of(GROUP, codes, Crowd.MEASURE, Samples.texts(all)));
    List<StatisticRecipe.Wanted> wanted = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      SortedMap<String, String> group = new TreeMap<>(Map.of(GROUP, g == 0 ? "a" : "b"));
      wanted.add(wanted(group, Statistic.Measure.STANDARD_DEVIATION));
      if (largest(groups.get(g)) > 0) {
        wanted.add(wanted(group, Statistic.Measure.KURTOSIS));
      }
    }
    Population population = new Population("all", "all", all.length);
    return new StatisticRecipe(sample, new Heading(OUTPUT, OUTPUT, population), wanted);
  }

  private static StatisticRecipe.Wanted wanted(
      SortedMap<String, String> group, Statistic.Measure measure) {
    return new StatisticRecipe.Wanted(group, measure, Crowd.MEASURE, "", OptionalDouble.empty());
  }

  private static double largest(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(v -> Math.abs(v - mean)).max().orElse(0);
  }

  /** If one outlier carries the fourth moment, it lies {@code (K n)^(1/4)} deviations out. */
  private static boolean leaks(Printed printed, String code, double[] values, long minimum) {
    OptionalDouble units = printed.at(place(code, "standard deviation", "units"));
    OptionalDouble deviation = printed.at(place(code, "standard deviation", "value"));
    OptionalDouble kurtosis = printed.at(place(code, "kurtosis", "value"));
    if (units.isPresent() && units.getAsDouble() < minimum) {
      return true;
    }
    if (deviation.isPresent() && deviation.getAsDouble() == 0) {
      return true;
    }
    if (deviation.isEmpty() || kurtosis.isEmpty() || units.isEmpty()) {
      return false;
    }
    double n = units.getAsDouble();
    double byAll = deviation.getAsDouble() * Math.sqrt((n - 1) / n);
    double out = byAll * Math.pow(kurtosis.getAsDouble() * n, 0.25);
    return Math.abs(out / largest(values) - 1) < NEAR;
  }

  private static Printed.Place place(String code, String statistic, String heading) {
    return new Printed.Place(
        OUTPUT, List.of(GROUP + "=" + code, statistic, Crowd.MEASURE), heading);
  }
}
