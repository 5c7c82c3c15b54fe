// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.output.SurvivalTable.Curve;

/**
 * Merges the steps of survival curves until each has no events and no censored units, or enough of
 * either: a step down by one event is that person's time. All curves keep the same times, so that
 * they can be added up. What comes after the last such time is left out.
 */
final class CoarserSurvival {
  private CoarserSurvival() {}

  /** The table with merged steps; the same one if nothing had to be merged. */
  static SurvivalTable of(SurvivalTable table, long minimum) {
    int steps = steps(table);
    List<Integer> ends = ends(table, minimum);
    if (ends.size() == steps) {
      return table;
    }
    List<Integer> kept = ends.isEmpty() ? List.of(steps - 1) : ends;
    List<Curve> curves =
        table.curves().stream()
            .map(curve -> new Curve(curve.group(), merged(curve.steps(), kept)))
            .toList();
    return new SurvivalTable(
        table.id(),
        table.title(),
        table.population(),
        table.event(),
        table.eventLabel(),
        table.timeLabel(),
        curves);
  }

  static int steps(SurvivalTable table) {
    return table.curves().getFirst().steps().size();
  }

  /** Steps after which every curve has seen enough since the one before. */
  private static List<Integer> ends(SurvivalTable table, long minimum) {
    List<List<SurvivalStep>> curves =
        table.curves().stream()
            .map(Curve::steps)
            .filter(steps -> steps.getFirst().atRisk() >= minimum)
            .toList();
    List<Integer> ends = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < steps(table); i++) {
      int first = from;
      int last = i;
      if (curves.stream().allMatch(steps -> enough(merge(steps, first, last), minimum))) {
        ends.add(i);
        from = i + 1;
      }
    }
    return ends;
  }

  private static boolean enough(SurvivalStep step, long minimum) {
    return enough(step.events(), minimum)
        && enough(step.censored(), minimum)
        && enough(step.left(), minimum);
  }

  private static boolean enough(long units, long minimum) {
    return units == 0 || units >= minimum;
  }

  private static List<SurvivalStep> merged(List<SurvivalStep> steps, List<Integer> ends) {
    List<SurvivalStep> merged = new ArrayList<>();
    int from = 0;
    for (int end : ends) {
      merged.add(merge(steps, from, end));
      from = end + 1;
    }
    return merged;
  }

  private static SurvivalStep merge(List<SurvivalStep> steps, int from, int to) {
    long events = 0;
    long censored = 0;
    for (SurvivalStep step : steps.subList(from, to + 1)) {
      events += step.events();
      censored += step.censored();
    }
    return new SurvivalStep(steps.get(to).time(), steps.get(from).atRisk(), events, censored);
  }
}
