// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
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
    Followed followed = followed(group);
    List<SurvivalStep> steps = new ArrayList<>();
    double from = Double.NEGATIVE_INFINITY;
    for (double time : times) {
      long events = followed.events(from, time);
      long censored = followed.ended(from, time) - events;
      steps.add(new SurvivalStep(time, followed.after(from), events, censored));
      from = time;
    }
    return steps;
  }

  /** The units of a group for which it is known how long they were followed, and how it ended. */
  public Followed followed(SortedMap<String, String> group) {
    double[] ends = new double[sample.size()];
    double[] events = new double[sample.size()];
    int n = 0;
    int had = 0;
    for (int unit = 0; unit < sample.size(); unit++) {
      double end = sample.number(duration, unit);
      String code = sample.code(event, unit);
      if (!Double.isNaN(end) && !code.isEmpty() && sample.in(group, unit)) {
        ends[n++] = end;
        if (code.equals(cases)) {
          events[had++] = end;
        }
      }
    }
    return new Followed(Arrays.copyOf(ends, n), Arrays.copyOf(events, had));
  }

  /** The same curves over other times. */
  public SurvivalRecipe over(List<Double> others) {
    return new SurvivalRecipe(sample, heading, duration, event, cases, groups, others);
  }

  @Override
  public Set<String> categories() {
    return Recipe.variables(groups.stream());
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
