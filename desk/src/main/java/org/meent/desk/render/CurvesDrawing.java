// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.meent.desk.render.SvgCanvas.Anchor;
import org.meent.disclosure.report.Figure.Curves;
import org.meent.disclosure.report.Figure.Joined;
import org.meent.disclosure.report.Figure.Point;
import org.meent.disclosure.report.Figure.Series;

/**
 * Curves over one axis, joined by steps or lines. Curves of one name look the same; names differ by
 * colour and by dashes, so that they stay apart in black and white.
 */
final class CurvesDrawing {
  private static final double HEIGHT = 240;
  private static final double TOP = 28;
  private static final double MARGIN = 24;
  private static final List<String> COLOURS =
      List.of(SvgCanvas.BLUE, SvgCanvas.ORANGE, SvgCanvas.INK);
  private static final List<String> DASHES = List.of("", "8 4", "2 3", "10 3 2 3");

  private final Curves figure;
  private final SvgCanvas canvas = new SvgCanvas();
  private final List<String> names;
  private final Scale across;
  private final Scale up;
  private final double left;

  private CurvesDrawing(Curves figure) {
    this.figure = figure;
    names = figure.series().stream().map(Series::label).distinct().toList();
    up =
        Scale.fitting(DoubleStream.concat(DoubleStream.of(0), ys(figure)), HEIGHT, SvgCanvas.SMALL);
    left = TextWidth.widest(up.labels(), SvgCanvas.SMALL) + 14;
    across = Scale.fitting(xs(figure), SvgCanvas.WIDTH - MARGIN - left, SvgCanvas.SMALL);
  }

  static FigureNumbers across(Curves figure) {
    return FigureNumbers.spanning(xs(figure));
  }

  static FigureNumbers up(Curves figure) {
    return FigureNumbers.spanning(ys(figure));
  }

  static Drawing draw(Curves figure) {
    CurvesDrawing drawing = new CurvesDrawing(figure);
    drawing.frame();
    figure.series().forEach(drawing::curve);
    double end = drawing.legend();
    return new Drawing(drawing.canvas.shapes(), end);
  }

  private static DoubleStream xs(Curves figure) {
    return figure.series().stream().flatMap(s -> s.points().stream()).mapToDouble(Point::x);
  }

  private static DoubleStream ys(Curves figure) {
    return figure.series().stream().flatMap(s -> s.points().stream()).mapToDouble(Point::y);
  }

  private double x(double value) {
    return left + across.share(value) * (SvgCanvas.WIDTH - MARGIN - left);
  }

  private double y(double value) {
    return TOP + (1 - up.share(value)) * HEIGHT;
  }

  private void frame() {
    canvas.text(0, 12, Anchor.START, SvgCanvas.SMALL, SvgCanvas.SOFT, figure.up());
    List<String> heights = up.labels();
    for (int i = 0; i < heights.size(); i++) {
      double y = y(up.ticks().get(i).doubleValue());
      canvas.line(left, y, SvgCanvas.WIDTH - MARGIN, y, SvgCanvas.RULE, 1);
      canvas.text(left - 8, y + 4, Anchor.END, SvgCanvas.SMALL, SvgCanvas.SOFT, heights.get(i));
    }
    double bottom = TOP + HEIGHT;
    List<BigDecimal> ticks = across.ticks();
    List<String> places = across.labels();
    for (int i = 0; i < places.size(); i++) {
      double x = x(ticks.get(i).doubleValue());
      canvas.line(x, bottom, x, bottom + 5, SvgCanvas.SOFT, 1);
      canvas.text(x, bottom + 19, Anchor.MIDDLE, SvgCanvas.SMALL, SvgCanvas.SOFT, places.get(i));
    }
  }

  private void curve(Series series) {
    List<Point> points = corners(series.points());
    int style = names.indexOf(series.label());
    for (int i = 1; i < points.size(); i++) {
      stroke(
          x(points.get(i - 1).x()),
          y(points.get(i - 1).y()),
          x(points.get(i).x()),
          y(points.get(i).y()),
          style);
    }
    if (figure.joined() == Joined.LINES || series.points().size() == 1) {
      for (Point point : series.points()) {
        canvas.circle(x(point.x()), y(point.y()), 3.5, colour(style), "#ffffff");
      }
    }
  }

  private List<Point> corners(List<Point> points) {
    if (figure.joined() == Joined.LINES) {
      return points;
    }
    List<Point> corners = new ArrayList<>();
    for (Point point : points) {
      if (!corners.isEmpty()) {
        corners.add(new Point(point.x(), corners.getLast().y()));
      }
      corners.add(point);
    }
    return corners;
  }

  private void stroke(double x1, double y1, double x2, double y2, int style) {
    canvas.dashed(x1, y1, x2, y2, colour(style), 2, DASHES.get(style % DASHES.size()));
  }

  private static String colour(int style) {
    return COLOURS.get(style % COLOURS.size());
  }

  /** The name of the axis and of each curve below it; gives the lower end. */
  private double legend() {
    double y =
        RowPlot.axisTitle(
                canvas, figure.across(), left, SvgCanvas.WIDTH - MARGIN, TOP + HEIGHT + 39)
            + SvgCanvas.LINE;
    for (int i = 0; i < names.size(); i++) {
      stroke(left, y - 4, left + 28, y - 4, i);
      y =
          canvas.lines(
              left + 38,
              y,
              Anchor.START,
              SvgCanvas.SIZE,
              SvgCanvas.INK,
              TextWidth.wrap(names.get(i), SvgCanvas.WIDTH - left - 60, SvgCanvas.SIZE));
    }
    return y - 8;
  }
}
