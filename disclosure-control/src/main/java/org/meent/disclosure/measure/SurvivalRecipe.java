// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.meent.disclosure.output.RowOutput;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;

/**
 * Survival curves, counted from how long each unit was followed and whether it had the event.
 *
 * @param sample the records
 * @param heading what stands above
 * @param duration the number that says how long
 * @param event the code or number that says whether it ended by the event
 * @param cases its code for the event; every other known code is censored
 * @param groups the groups, one curve each
 * @param times ends of the steps, ascending
 */
public record SurvivalRecipe(
    Sample sample,
    Heading heading,
    String duration,
    String event,
    String cases,
    List<SortedMap<String, String>> groups,
    List<Double> times)
    implements Recipe {

  /** Copies. */
  public SurvivalRecipe {
    groups = List.copyOf(groups);
    times = List.copyOf(times);
  }

  @Override
  public RowOutput output() {
    return new SurvivalTable(
        heading.id(),
        heading.title(),
        heading.population(),
        event,
        event,
        duration,
        groups.stream().map(group -> new SurvivalTable.Curve(group, steps(group))).toList());
  }

  private List<SurvivalStep> steps(SortedMap<String, String> group) {
    double[] ends = new double[sample.size()];
    boolean[] had = new boolean[sample.size()];
    int n = known(group, ends, had);
    List<SurvivalStep> steps = new ArrayList<>();
    double from = Double.NEGATIVE_INFINITY;
    for (double time : times) {
      long atRisk = 0;
      long events = 0;
      long censored = 0;
      for (int i = 0; i < n; i++) {
        atRisk += ends[i] > from ? 1 : 0;
        boolean within = ends[i] > from && ends[i] <= time;
        events += within && had[i] ? 1 : 0;
        censored += within && !had[i] ? 1 : 0;
      }
      steps.add(new SurvivalStep(time, atRisk, events, censored));
      from = time;
    }
    return steps;
  }

  private int known(SortedMap<String, String> group, double[] ends, boolean[] had) {
    int n = 0;
    for (int unit = 0; unit < sample.size(); unit++) {
      double end = sample.number(duration, unit);
      String code = sample.code(event, unit);
      if (!Double.isNaN(end) && !code.isEmpty() && sample.in(group, unit)) {
        ends[n] = end;
        had[n++] = code.equals(cases);
      }
    }
    return n;
  }

  /** Units of a group that are still followed right before a time. */
  public long atRisk(SortedMap<String, String> group, double time) {
    double[] ends = new double[sample.size()];
    int n = known(group, ends, new boolean[sample.size()]);
    long atRisk = 0;
    for (int i = 0; i < n; i++) {
      atRisk += ends[i] >= time ? 1 : 0;
    }
    return atRisk;
  }

  /** The product-limit estimate at a time, over all days on which somebody had the event. */
  public double survival(SortedMap<String, String> group, double time) {
    double[] ends = new double[sample.size()];
    boolean[] had = new boolean[sample.size()];
    int n = known(group, ends, had);
    TreeSet<Double> days = new TreeSet<>();
    for (int i = 0; i < n; i++) {
      if (had[i] && ends[i] <= time) {
        days.add(ends[i]);
      }
    }
    double survival = 1;
    for (double day : days) {
      long atRisk = 0;
      long events = 0;
      for (int i = 0; i < n; i++) {
        atRisk += ends[i] >= day ? 1 : 0;
        events += had[i] && ends[i] == day ? 1 : 0;
      }
      survival *= 1 - (double) events / atRisk;
    }
    return survival;
  }

  @Override
  public Set<String> categories() {
    Set<String> variables = new TreeSet<>();
    groups.forEach(group -> variables.addAll(group.keySet()));
    return variables;
  }

  @Override
  public Set<String> numbers() {
    return Set.of();
  }

  @Override
  public Recipe merged(String variable, List<String> codes, String into) {
    return new SurvivalRecipe(
        sample.merged(variable, codes, into),
        heading,
        duration,
        event,
        cases,
        groups.stream()
            .map(group -> Recipe.merged(group, variable, codes, into))
            .distinct()
            .toList(),
        times);
  }

  @Override
  public Recipe topCoded(String variable, int units) {
    return this;
  }
}
