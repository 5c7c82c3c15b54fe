// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.List;
import java.util.stream.DoubleStream;
import org.meent.desk.render.SvgCanvas.Anchor;
import org.meent.disclosure.report.Figure.Intervals;
import org.meent.disclosure.report.Figure.Line;

/**
 * A forest plot: a dot and its interval on each line, "no effect" as an upright line, the same
 * numbers printed at the right. An interval without end goes to the edge and ends in an arrow; what
 * was not estimated has no dot and says so. A second interval around the first is thinner.
 */
final class IntervalsDrawing {
  private static final double TOP = 30;

  /** Widths of an interval alone, of one around another, and of the one within. */
  private static final double ONLY = 2;

  private static final double OUTER = 1;
  private static final double INNER = 4;

  private IntervalsDrawing() {}

  static FigureNumbers numbers(Intervals figure) {
    return FigureNumbers.spanning(figure.lines().stream().flatMapToDouble(l -> ends(l)));
  }

  /** What must lie on the axis. */
  private static DoubleStream ends(Line line) {
    DoubleStream inner = DoubleStream.of(line.value(), line.lower(), line.upper());
    return line.hasOuter()
        ? DoubleStream.concat(inner, DoubleStream.of(line.outerLower(), line.outerUpper()))
        : inner;
  }

  static Drawing draw(Intervals figure, Words words) {
    FigureNumbers numbers = numbers(figure);
    List<String> printed = figure.lines().stream().map(l -> printed(l, numbers, words)).toList();
    SvgCanvas canvas = new SvgCanvas();
    String header = words.get("interval.header");
    double valueWidth =
        StrictMath.max(
            TextWidth.widest(printed, SvgCanvas.SIZE), TextWidth.of(header, SvgCanvas.SMALL));
    RowPlot plot =
        new RowPlot(
            canvas,
            figure.lines().stream().map(Line::label).toList(),
            figure.axis(),
            DoubleStream.concat(
                DoubleStream.of(figure.reference()),
                figure.lines().stream().flatMapToDouble(l -> ends(l))),
            valueWidth,
            TOP);
    canvas.text(SvgCanvas.WIDTH, TOP - 10, Anchor.END, SvgCanvas.SMALL, SvgCanvas.SOFT, header);
    if (FigureNumbers.drawable(figure.reference())) {
      double x = plot.at(figure.reference());
      canvas.line(x, TOP - 6, x, plot.rowsEnd(), SvgCanvas.INK, 1.2);
    }
    for (int row = 0; row < printed.size(); row++) {
      drawLine(plot, row, figure.lines().get(row));
      canvas.text(
          SvgCanvas.WIDTH,
          plot.centre(row) + 4.5,
          Anchor.END,
          SvgCanvas.SIZE,
          SvgCanvas.INK,
          printed.get(row));
    }
    return new Drawing(canvas.shapes(), plot.end());
  }

  private static void drawLine(RowPlot plot, int row, Line line) {
    double y = plot.centre(row);
    if (line.hasOuter()) {
      span(plot, y, line.outerLower(), line.outerUpper(), OUTER);
    }
    if (!Double.isNaN(line.lower()) && !Double.isNaN(line.upper())) {
      span(plot, y, line.lower(), line.upper(), line.hasOuter() ? INNER : ONLY);
    }
    if (FigureNumbers.drawable(line.value())) {
      plot.canvas.circle(plot.at(line.value()), y, 4.5, SvgCanvas.BLUE, "#ffffff");
    }
  }

  private static void span(RowPlot plot, double y, double lower, double upper, double width) {
    double from = FigureNumbers.drawable(lower) ? plot.at(lower) : plot.left;
    double to = FigureNumbers.drawable(upper) ? plot.at(upper) : plot.right;
    plot.canvas.line(from, y, to, y, SvgCanvas.BLUE, width);
    end(plot, from, y, -1, FigureNumbers.drawable(lower), width);
    end(plot, to, y, 1, FigureNumbers.drawable(upper), width);
  }

  private static void end(
      RowPlot plot, double x, double y, int direction, boolean closed, double width) {
    if (closed) {
      plot.canvas.line(x, y - 4, x, y + 4, SvgCanvas.BLUE, StrictMath.min(ONLY, width));
    } else {
      plot.canvas.arrowHead(x, y, direction, 0, SvgCanvas.BLUE);
    }
  }

  /** The estimate with its interval, as printed. */
  private static String printed(Line line, FigureNumbers numbers, Words words) {
    if (Double.isNaN(line.value())) {
      return words.get("interval.none");
    }
    return numbers.text(line.value())
        + " ("
        + numbers.text(line.lower())
        + " "
        + words.get("interval.to")
        + " "
        + numbers.text(line.upper())
        + ")";
  }
}
