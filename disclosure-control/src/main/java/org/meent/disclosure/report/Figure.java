// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.report;

import java.util.List;

/** What a figure draws. Each kind is one sort of picture with one meaning. */
public sealed interface Figure {

  /**
   * Estimates with intervals, one line each, and a reference line.
   *
   * @param axis what the horizontal axis measures, with its unit
   * @param reference where "no effect" lies
   * @param lines the lines, from top to bottom
   */
  record Intervals(String axis, double reference, List<Line> lines) implements Figure {

    /** Copies the lines. */
    public Intervals {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One estimate.
   *
   * @param label its name
   * @param value the estimate
   * @param lower lower end of the interval
   * @param upper upper end of the interval
   * @param outerLower lower end of a second interval around it, such as one that holds together
   *     with those of the other lines; NaN if there is none
   * @param outerUpper its upper end
   */
  record Line(
      String label,
      double value,
      double lower,
      double upper,
      double outerLower,
      double outerUpper) {

    /** One interval only. */
    public Line(String label, double value, double lower, double upper) {
      this(label, value, lower, upper, Double.NaN, Double.NaN);
    }

    /** Whether there is a second interval. */
    public boolean hasOuter() {
      return !Double.isNaN(outerLower) && !Double.isNaN(outerUpper);
    }
  }

  /**
   * Two histograms back to back over the same bins, such as propensities by arm.
   *
   * @param axis what the horizontal axis measures
   * @param edges bin edges, ascending, one more than the bins
   * @param upperLabel name of the group drawn upwards
   * @param upper counts drawn upwards
   * @param lowerLabel name of the group drawn downwards
   * @param lower counts drawn downwards
   */
  record MirroredHistogram(
      String axis,
      List<Double> edges,
      String upperLabel,
      List<Long> upper,
      String lowerLabel,
      List<Long> lower)
      implements Figure {

    /** Copies the lists. */
    public MirroredHistogram {
      edges = List.copyOf(edges);
      upper = List.copyOf(upper);
      lower = List.copyOf(lower);
    }
  }

  /**
   * Points before and after on one axis, such as standardised mean differences (a love plot).
   *
   * @param axis what the horizontal axis measures
   * @param limit a limit drawn as a dashed line
   * @param beforeLabel name of the first series
   * @param afterLabel name of the second series
   * @param points one row each, from top to bottom
   */
  record Dots(String axis, double limit, String beforeLabel, String afterLabel, List<Dot> points)
      implements Figure {

    /** Copies the points. */
    public Dots {
      points = List.copyOf(points);
    }
  }

  /**
   * One row of a dot plot.
   *
   * @param label its name
   * @param before first value
   * @param after second value
   */
  record Dot(String label, double before, double after) {}

  /**
   * Curves over one axis, such as survival by time or a share by bin.
   *
   * @param across what the horizontal axis measures
   * @param up what the vertical axis measures
   * @param joined how neighbouring points of a curve are joined
   * @param series the curves; where a figure was left out a curve ends and another one begins
   */
  record Curves(String across, String up, Joined joined, List<Series> series) implements Figure {

    /** Copies the curves. */
    public Curves {
      series = List.copyOf(series);
    }
  }

  /** How neighbouring points are joined. */
  enum Joined {
    /** What holds at a point holds until the next one. */
    STEPS,
    /** A straight line. */
    LINES
  }

  /**
   * One curve.
   *
   * @param label its name
   * @param points its points from left to right
   */
  record Series(String label, List<Point> points) {

    /** Copies the points. */
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A point of a curve.
   *
   * @param x place on the horizontal axis
   * @param y place on the vertical axis
   */
  record Point(double x, double y) {}

  /**
   * A hundred people drawn one by one, so that a share can be counted.
   *
   * @param parts the parts, which together are 100
   */
  record Hundred(List<Part> parts) implements Figure {

    /**
     * Copies and adds up.
     *
     * @throws IllegalArgumentException if the parts are not 100 together, or one is negative
     */
    public Hundred {
      parts = List.copyOf(parts);
      boolean negative = parts.stream().anyMatch(part -> part.count() < 0);
      if (negative || parts.stream().mapToInt(Part::count).sum() != 100) {
        throw new IllegalArgumentException("the parts of a hundred are not 100 together");
      }
    }
  }

  /**
   * The ends of a rule, with the conditions that lead to each.
   *
   * @param everybody the word for an end without conditions
   * @param ends the ends; those that share their first conditions stand together
   */
  record Ends(String everybody, List<End> ends) implements Figure {

    /** Copies the ends. */
    public Ends {
      ends = List.copyOf(ends);
    }
  }

  /**
   * A part of a hundred people.
   *
   * @param label its name
   * @param count how many of the hundred
   * @param known whether it is known what they have in common
   */
  record Part(String label, int count, boolean known) {}

  /**
   * One end.
   *
   * @param conditions what leads there, the first first
   * @param gives what the rule gives there
   * @param count how many are there, in words
   */
  record End(List<String> conditions, String gives, String count) {

    /** Copies the conditions. */
    public End {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * The way of the records: boxes from top to bottom, with what was lost or doubled at each step.
   *
   * @param steps the steps, in order
   */
  record FlowChart(List<Step> steps) implements Figure {

    /** Copies the steps. */
    public FlowChart {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One box of a flow chart.
   *
   * @param label what was done
   * @param count records after the step, as text (a mark where it may not be shown)
   * @param asides losses and duplications beside the arrow into the next box
   */
  record Step(String label, String count, List<String> asides) {

    /** Copies the asides. */
    public Step {
      asides = List.copyOf(asides);
    }
  }
}
