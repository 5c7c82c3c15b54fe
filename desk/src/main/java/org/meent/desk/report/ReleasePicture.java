// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Figure;
import org.meent.disclosure.report.Figure.Joined;
import org.meent.disclosure.report.Figure.Point;
import org.meent.disclosure.report.Figure.Series;

/**
 * The picture of an output where one is natural, drawn from nothing but the figures that may leave:
 * survival curves, curves of leaving, histograms, points by bin.
 */
final class ReleasePicture {
  private final Releasable releasable;

  private ReleasePicture(Releasable releasable) {
    this.releasable = releasable;
  }

  static Optional<Block.Picture> of(Releasable releasable) {
    ReleasePicture picture = new ReleasePicture(releasable);
    Optional<Figure> figure =
        switch (releasable.kind()) {
          case SURVIVAL -> Optional.of(picture.survival());
          case INCIDENCE -> Optional.of(picture.incidence());
          case BINS -> Optional.of(picture.bins());
          case SEGMENTS -> PolicySection.released(releasable.rows());
          case FREQUENCY_TABLE,
              MAGNITUDE_TABLE,
              ESTIMATE_TABLE,
              FLOW,
              POSITIONS,
              RATIOS,
              STATISTICS,
              CONCENTRATIONS,
              REGRESSION,
              FOREST,
              CARD ->
              Optional.empty();
        };
    return figure
        .filter(ReleasePicture::showsAnything)
        .map(drawn -> new Block.Picture(releasable.title(), drawn));
  }

  private static boolean showsAnything(Figure figure) {
    return figure instanceof Figure.Ends
        || (figure instanceof Figure.Curves curves && !curves.series().isEmpty());
  }

  private Figure survival() {
    Map<String, List<Point>> curves = new LinkedHashMap<>();
    for (int i = 0; i < releasable.rows().size(); i++) {
      List<String> row = releasable.rows().get(i);
      OptionalDouble share = releasable.figure(i, 3);
      if (share.isPresent()) {
        curves
            .computeIfAbsent(row.get(0), group -> new ArrayList<>(List.of(new Point(0, 1))))
            .add(new Point(Double.parseDouble(row.get(1)), share.getAsDouble()));
      }
    }
    List<Series> series = new ArrayList<>();
    curves.forEach((group, points) -> series.add(new Series(group, points)));
    return new Figure.Curves(heading(1), heading(3), Joined.STEPS, series);
  }

  /**
   * The share that has left by arm and way of leaving; what is not a curve of an arm is a table.
   */
  private Figure incidence() {
    Map<String, List<Point>> curves = new LinkedHashMap<>();
    for (int i = 0; i < releasable.rows().size(); i++) {
      List<String> row = releasable.rows().get(i);
      OptionalDouble share = releasable.figure(i, 4);
      // Only curves of an arm have units at risk.
      if (share.isPresent() && !row.get(3).isEmpty()) {
        curves
            .computeIfAbsent(
                row.get(1) + ", " + row.get(0), name -> new ArrayList<>(List.of(new Point(0, 0))))
            .add(new Point(Double.parseDouble(row.get(2)), share.getAsDouble()));
      }
    }
    List<Series> series = new ArrayList<>();
    curves.forEach((name, points) -> series.add(new Series(name, points)));
    return new Figure.Curves(heading(2), heading(4), Joined.STEPS, series);
  }

  /** Units as the outline of a histogram; means as points in the middle of their bins. */
  private Figure bins() {
    boolean means = releasable.columns().size() > 3;
    List<Series> series = new ArrayList<>();
    for (int column = means ? 3 : 2; column < releasable.columns().size(); column++) {
      series.addAll(runs(column, means));
    }
    return new Figure.Curves(
        heading(0) + " – " + heading(1),
        means ? "" : heading(2),
        means ? Joined.LINES : Joined.STEPS,
        series);
  }

  /** The points of a column, in runs of bins that are shown and have two edges. */
  private List<Series> runs(int column, boolean middle) {
    List<Series> runs = new ArrayList<>();
    List<Point> run = new ArrayList<>();
    for (int i = 0; i < releasable.rows().size(); i++) {
      double from = Double.parseDouble(releasable.rows().get(i).get(0));
      double to = Double.parseDouble(releasable.rows().get(i).get(1));
      OptionalDouble figure = releasable.figure(i, column);
      if (figure.isPresent() && Double.isFinite(from) && Double.isFinite(to)) {
        run.add(new Point(middle ? (from + to) / 2 : from, figure.getAsDouble()));
        if (!middle) {
          run.add(new Point(to, figure.getAsDouble()));
        }
      } else {
        end(runs, run, column);
        run = new ArrayList<>();
      }
    }
    end(runs, run, column);
    return runs;
  }

  private void end(List<Series> runs, List<Point> run, int column) {
    if (!run.isEmpty()) {
      runs.add(new Series(heading(column), run));
    }
  }

  private String heading(int column) {
    return releasable.columns().get(column).heading();
  }
}
