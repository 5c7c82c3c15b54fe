// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Survival by time, one curve per group. Whoever sees a curve and the units at risk can compute the
 * events and the censored of every step, so these are its evidence, and cells of the request.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of
 * @param event name of the event in the protocol, the same in every output
 * @param eventLabel name for people
 * @param timeLabel the unit of time, such as {@code months}
 * @param curves the curves, over the same times
 */
public record SurvivalTable(
    String id,
    String title,
    Population population,
    String event,
    String eventLabel,
    String timeLabel,
    List<Curve> curves)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no curve, a group is twice there, or times differ
   */
  public SurvivalTable {
    curves = Groups.rows(id, population, curves, curve -> curve.steps().getFirst().atRisk());
    Set<SortedMap<String, String>> groups = new HashSet<>();
    Set<List<Double>> times = new HashSet<>();
    for (Curve curve : curves) {
      groups.add(curve.group());
      times.add(curve.steps().stream().map(SurvivalStep::time).toList());
    }
    if (event.isEmpty() || groups.size() != curves.size() || times.size() > 1) {
      throw new IllegalArgumentException(
          "survival " + id + ": a group is twice there, or curves differ in their times");
    }
  }

  /**
   * One curve.
   *
   * @param group code by variable that all units share; empty for everybody
   * @param steps the steps in order of time; each begins with what the one before left
   */
  public record Curve(SortedMap<String, String> group, List<SurvivalStep> steps) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if there is no step, or steps do not join
     */
    public Curve {
      group = Groups.copy(group);
      steps = Step.joined(steps, "a survival curve");
    }

    /** The group; never a figure. */
    @Override
    public String toString() {
      return "Curve[" + group.keySet() + ", " + steps.size() + " steps]";
    }
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.HAZARD_SURVIVAL_TABLES);
  }

  @Override
  public Evidence.PerRow evidence() {
    return new Evidence.PerRow(
        curves.stream().<RowEvidence>flatMap(curve -> curve.steps().stream()).toList());
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "SurvivalTable[" + id + ", " + curves.size() + " curves]";
  }
}
