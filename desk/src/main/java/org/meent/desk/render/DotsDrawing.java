// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import org.meent.desk.render.SvgCanvas.Anchor;
import org.meent.disclosure.report.Figure.Dot;
import org.meent.disclosure.report.Figure.Dots;
import org.meent.protocols.literature.Reference;

/**
 * A love plot: an open dot before and a full dot after on each line, joined by a thin line, and a
 * dashed line at the limit; at its opposite too when values lie on both sides of zero. Open and
 * full tell the series apart without colour.
 */
@Reference(
    authors =
        "Ahmed, Husain, Love, Gambassi, Dell'Italia, Francis, Gheorghiade, Allman, Meleth, Bourge"
            + " 2006",
    title =
        "Heart failure, chronic diuretic use, and increase in mortality and hospitalization: an"
            + " observational study using propensity score methods",
    source = "European Heart Journal 27(12), 1431–1439",
    url = "https://doi.org/10.1093/eurheartj/ehi890")
final class DotsDrawing {
  private DotsDrawing() {}

  static FigureNumbers numbers(Dots figure) {
    return FigureNumbers.spanning(values(figure));
  }

  private static DoubleStream values(Dots figure) {
    return figure.points().stream().flatMapToDouble(p -> DoubleStream.of(p.before(), p.after()));
  }

  static Drawing draw(Dots figure, Words words) {
    FigureNumbers numbers = numbers(figure);
    SvgCanvas canvas = new SvgCanvas();
    double top = drawLegend(canvas, figure, words) + 26;
    List<String> before = figure.points().stream().map(p -> numbers.text(p.before())).toList();
    List<String> after = figure.points().stream().map(p -> numbers.text(p.after())).toList();
    double column = TextWidth.widest(after, SvgCanvas.SIZE) + 18;
    double valueWidth = TextWidth.widest(before, SvgCanvas.SIZE) + column;
    boolean bothSides = values(figure).anyMatch(v -> v < 0);
    RowPlot plot =
        new RowPlot(
            canvas,
            figure.points().stream().map(Dot::label).toList(),
            figure.axis(),
            DoubleStream.concat(
                DoubleStream.of(0, figure.limit(), bothSides ? -figure.limit() : 0),
                values(figure)),
            valueWidth,
            top);
    drawLimit(plot, 0, "");
    drawLimit(plot, figure.limit(), "5 4");
    if (bothSides) {
      drawLimit(plot, -figure.limit(), "5 4");
    }
    double firstColumn = SvgCanvas.WIDTH - column;
    canvas.circle(firstColumn - 6, top - 12, 5.5, "#ffffff", SvgCanvas.ORANGE);
    canvas.circle(SvgCanvas.WIDTH - 6, top - 12, 4, SvgCanvas.BLUE, SvgCanvas.BLUE);
    for (int row = 0; row < before.size(); row++) {
      drawDot(plot, row, figure.points().get(row));
      double y = plot.centre(row) + 4.5;
      canvas.text(firstColumn, y, Anchor.END, SvgCanvas.SIZE, SvgCanvas.INK, before.get(row));
      canvas.text(SvgCanvas.WIDTH, y, Anchor.END, SvgCanvas.SIZE, SvgCanvas.INK, after.get(row));
    }
    return new Drawing(canvas.shapes(), plot.end());
  }

  /** Each entry on its own lines, so that long names fit; gives the place of the last line. */
  private static double drawLegend(SvgCanvas canvas, Dots figure, Words words) {
    double y = 14;
    canvas.circle(7, y - 4.5, 5.5, "#ffffff", SvgCanvas.ORANGE);
    y = entry(canvas, figure.beforeLabel(), y);
    canvas.circle(7, y - 4.5, 4, SvgCanvas.BLUE, SvgCanvas.BLUE);
    y = entry(canvas, figure.afterLabel(), y);
    canvas.dashed(0, y - 4.5, 18, y - 4.5, SvgCanvas.INK, 1.2, "5 4");
    return entry(canvas, words.get("dots.limit") + " " + limit(figure), y) - SvgCanvas.LINE;
  }

  /** The limit as it was set: it is a rule, not a result. */
  private static String limit(Dots figure) {
    return FigureNumbers.drawable(figure.limit())
        ? FigureNumbers.plain(new BigDecimal(Double.toString(figure.limit())).stripTrailingZeros())
        : "–";
  }

  private static double entry(SvgCanvas canvas, String text, double y) {
    List<String> lines = TextWidth.wrap(text, SvgCanvas.WIDTH - 40, SvgCanvas.SIZE);
    return canvas.lines(26, y, Anchor.START, SvgCanvas.SIZE, SvgCanvas.INK, lines) + 2;
  }

  private static void drawLimit(RowPlot plot, double value, String dashes) {
    if (FigureNumbers.drawable(value)) {
      double x = plot.at(value);
      plot.canvas.dashed(x, plot.top - 6, x, plot.rowsEnd(), SvgCanvas.INK, 1.2, dashes);
    }
  }

  private static void drawDot(RowPlot plot, int row, Dot dot) {
    double y = plot.centre(row);
    boolean before = FigureNumbers.drawable(dot.before());
    boolean after = FigureNumbers.drawable(dot.after());
    if (before && after) {
      plot.canvas.line(plot.at(dot.before()), y, plot.at(dot.after()), y, SvgCanvas.SOFT, 1);
    }
    if (before) {
      plot.canvas.circle(plot.at(dot.before()), y, 5.5, "#ffffff", SvgCanvas.ORANGE);
    }
    if (after) {
      plot.canvas.circle(plot.at(dot.after()), y, 4, SvgCanvas.BLUE, SvgCanvas.BLUE);
    }
  }
}
