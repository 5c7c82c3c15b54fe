// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What share of two arms has left by each time, in each of several ways, and the difference; the
 * shares may be adjusted. The units of an arm that left in each step are evidence, and cells of the
 * request: from shares that are not adjusted anybody computes them.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of
 * @param event name of the exits in the protocol, the same in every output
 * @param timeLabel the unit of time, such as {@code months}
 * @param kinds the ways of leaving
 * @param untold ways of leaving that are counted among those who left otherwise
 * @param sides the reference, then the arm, over the same times
 * @param curves for each kind the reference, the arm and the difference, over those times
 * @param gains for each kind the difference in mean time after leaving, up to the last time; empty
 *     where the last time is not shown
 */
public record IncidenceTable(
    String id,
    String title,
    Population population,
    String event,
    String timeLabel,
    List<String> kinds,
    List<String> untold,
    List<Side> sides,
    List<Curve> curves,
    List<Gain> gains)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there are not two sides, or times or kinds do not fit
   */
  public IncidenceTable {
    sides = Groups.rows(id, population, sides, side -> side.steps().getFirst().atRisk());
    kinds = List.copyOf(kinds);
    untold = List.copyOf(untold);
    curves = List.copyOf(curves);
    gains = List.copyOf(gains);
    Set<List<Double>> times = new HashSet<>();
    sides.forEach(side -> times.add(side.steps().stream().map(IncidenceStep::time).toList()));
    curves.forEach(curve -> times.add(curve.points().stream().map(Point::time).toList()));
    int many = kinds.size();
    boolean fits =
        sides.stream()
                .flatMap(side -> side.steps().stream())
                .allMatch(s -> s.events().size() == many)
            && kinds.containsAll(curves.stream().map(Curve::kind).toList())
            && kinds.containsAll(gains.stream().map(Gain::kind).toList());
    if (event.isEmpty() || sides.size() != 2 || times.size() > 1 || !fits) {
      throw new IllegalArgumentException("curves " + id + ": times, kinds or arms do not fit");
    }
  }

  /** Which curve. */
  public enum Of {
    /** The arm compared with. */
    REFERENCE,
    /** The arm of interest. */
    ARM,
    /** The arm less the reference. */
    DIFFERENCE
  }

  /**
   * The units of an arm.
   *
   * @param group code by variable that all units share
   * @param steps the steps in order of time; each begins with what the one before left
   */
  public record Side(SortedMap<String, String> group, List<IncidenceStep> steps) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if there is no step, or steps do not join
     */
    public Side {
      group = Groups.copy(group);
      steps = Step.joined(steps, "a curve of leaving");
    }

    /** The group; never a figure. */
    @Override
    public String toString() {
      return "Side[" + group.keySet() + ", " + steps.size() + " steps]";
    }
  }

  /**
   * One curve.
   *
   * @param of of whom
   * @param kind way of leaving
   * @param points one for each time
   */
  public record Curve(Of of, String kind, List<Point> points) {
    /** Copies the points. */
    public Curve {
      points = List.copyOf(points);
    }

    /** Which curve; never a figure. */
    @Override
    public String toString() {
      return "Curve[" + of + ", " + kind + "]";
    }
  }

  /**
   * A share, or a difference of shares, with a band that holds the whole curve.
   *
   * @param time when
   * @param value the share that has left by then
   * @param lower lower end of the band
   * @param upper its upper end
   */
  public record Point(double time, double value, double lower, double upper) {
    /** No figure. */
    @Override
    public String toString() {
      return "Point";
    }
  }

  /**
   * A difference in mean time after leaving.
   *
   * @param kind way of leaving
   * @param value arm less reference
   * @param lower lower end of the interval
   * @param upper its upper end
   */
  public record Gain(String kind, double value, double lower, double upper) {
    /** No figure. */
    @Override
    public String toString() {
      return "Gain[" + kind + "]";
    }
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.HAZARD_SURVIVAL_TABLES);
  }

  @Override
  public Evidence.PerRow evidence() {
    return new Evidence.PerRow(
        sides.stream().<RowEvidence>flatMap(side -> side.steps().stream()).toList());
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "IncidenceTable[" + id + ", " + curves.size() + " curves]";
  }
}
