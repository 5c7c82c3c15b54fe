// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.meent.desk.render.SvgCanvas.Anchor;
import org.meent.disclosure.report.Figure.MirroredHistogram;

/**
 * Two histograms back to back over one axis, with one scale for both so that heights compare. The
 * area of a bar is its count: bins of different width are drawn per width of the narrowest. The
 * lower group is hatched and so stays apart without colour.
 */
final class HistogramDrawing {
  private static final double HALF = 120;
  private static final double TOP = 34;

  private HistogramDrawing() {}

  static FigureNumbers edges(MirroredHistogram figure) {
    return FigureNumbers.spanning(figure.edges().stream().mapToDouble(Double::doubleValue));
  }

  static Drawing draw(MirroredHistogram figure, Words words) {
    check(figure);
    SvgCanvas canvas = new SvgCanvas();
    double[] upper = heights(figure, figure.upper());
    double[] lower = heights(figure, figure.lower());
    Scale counts =
        Scale.fitting(
            DoubleStream.concat(
                DoubleStream.of(0, 1),
                DoubleStream.concat(DoubleStream.of(upper), DoubleStream.of(lower))),
            HALF * 2,
            SvgCanvas.SMALL);
    double left = TextWidth.widest(counts.labels(), SvgCanvas.SMALL) + 14;
    List<Double> edges = figure.edges();
    Scale scale =
        Scale.fitting(
            edges.stream().mapToDouble(Double::doubleValue),
            SvgCanvas.WIDTH - 24 - left,
            SvgCanvas.SMALL);
    Bars bars = new Bars(canvas, scale, counts, left, SvgCanvas.WIDTH - 24, topOf(figure));
    drawFrame(bars);
    for (int bin = 0; bin < upper.length; bin++) {
      bars.up(edges.get(bin), edges.get(bin + 1), upper[bin]);
      bars.down(edges.get(bin), edges.get(bin + 1), lower[bin]);
    }
    canvas.line(left, bars.middle(), bars.right(), bars.middle(), SvgCanvas.INK, 1.2);
    canvas.text(0, 12, Anchor.START, SvgCanvas.SMALL, SvgCanvas.SOFT, unit(figure, words));
    double end = drawNames(bars, figure);
    return new Drawing(canvas.shapes(), end);
  }

  private static double topOf(MirroredHistogram figure) {
    return TOP + SvgCanvas.LINE * name(figure.upperLabel()).size();
  }

  private static List<String> name(String label) {
    return TextWidth.wrap(label, SvgCanvas.WIDTH - 60, SvgCanvas.SIZE);
  }

  private static void check(MirroredHistogram figure) {
    int bins = figure.edges().size() - 1;
    if (bins < 1 || figure.upper().size() != bins || figure.lower().size() != bins) {
      throw new IllegalArgumentException("a histogram needs one edge more than bins in each group");
    }
    for (int bin = 0; bin < bins; bin++) {
      boolean ascending = figure.edges().get(bin) < figure.edges().get(bin + 1);
      if (!ascending || figure.upper().get(bin) < 0 || figure.lower().get(bin) < 0) {
        throw new IllegalArgumentException("edges ascend and counts are not negative");
      }
    }
  }

  private static double width(MirroredHistogram figure, int bin) {
    return figure.edges().get(bin + 1) - figure.edges().get(bin);
  }

  private static double narrowest(MirroredHistogram figure) {
    return IntStream.range(0, figure.upper().size())
        .mapToDouble(bin -> width(figure, bin))
        .min()
        .orElse(1);
  }

  private static boolean even(MirroredHistogram figure) {
    double narrowest = narrowest(figure);
    return IntStream.range(0, figure.upper().size())
        .allMatch(bin -> width(figure, bin) <= narrowest * (1 + 1e-6));
  }

  private static double[] heights(MirroredHistogram figure, List<Long> counts) {
    double narrowest = narrowest(figure);
    boolean even = even(figure);
    return IntStream.range(0, counts.size())
        .mapToDouble(bin -> counts.get(bin) * (even ? 1 : narrowest / width(figure, bin)))
        .toArray();
  }

  private static String unit(MirroredHistogram figure, Words words) {
    if (even(figure)) {
      return words.get("histogram.count");
    }
    String narrowest = edges(figure).text(narrowest(figure));
    return words.get("histogram.per-width").replace("{0}", narrowest);
  }

  private static void drawFrame(Bars bars) {
    SvgCanvas canvas = bars.canvas();
    List<String> labels = bars.counts().labels();
    for (int i = 0; i < labels.size(); i++) {
      double height = bars.height(bars.counts().ticks().get(i).doubleValue());
      for (int side = -1; side <= 1; side += 2) {
        double y = bars.middle() + side * height;
        canvas.line(bars.left(), y, bars.right(), y, SvgCanvas.RULE, 1);
        if (i > 0 || side < 0) {
          canvas.text(
              bars.left() - 8, y + 4, Anchor.END, SvgCanvas.SMALL, SvgCanvas.SOFT, labels.get(i));
        }
      }
    }
    double bottom = bars.middle() + HALF;
    List<BigDecimal> ticks = bars.scale().ticks();
    List<String> ends = bars.scale().labels();
    canvas.line(bars.left(), bottom, bars.right(), bottom, SvgCanvas.SOFT, 1);
    for (int i = 0; i < ticks.size(); i++) {
      double x = bars.at(ticks.get(i).doubleValue());
      canvas.line(x, bottom, x, bottom + 5, SvgCanvas.SOFT, 1);
      canvas.text(x, bottom + 19, Anchor.MIDDLE, SvgCanvas.SMALL, SvgCanvas.SOFT, ends.get(i));
    }
  }

  /** Names of both groups, above and below, and the title of the axis; gives the lower end. */
  private static double drawNames(Bars bars, MirroredHistogram figure) {
    SvgCanvas canvas = bars.canvas();
    swatch(canvas, bars.left(), TOP, true);
    canvas.lines(
        bars.left() + 22,
        TOP,
        Anchor.START,
        SvgCanvas.SIZE,
        SvgCanvas.INK,
        name(figure.upperLabel()));
    double bottom = bars.middle() + HALF + 39;
    double below =
        RowPlot.axisTitle(canvas, figure.axis(), bars.left(), bars.right(), bottom)
            + SvgCanvas.LINE;
    swatch(canvas, bars.left(), below, false);
    return canvas.lines(
            bars.left() + 22,
            below,
            Anchor.START,
            SvgCanvas.SIZE,
            SvgCanvas.INK,
            name(figure.lowerLabel()))
        - 8;
  }

  private static void swatch(SvgCanvas canvas, double x, double y, boolean upper) {
    if (upper) {
      canvas.rectangle(x, y - 11, 14, 13, SvgCanvas.BLUE, SvgCanvas.INK, 0);
    } else {
      canvas.hatched(x, y - 11, 14, 13, SvgCanvas.ORANGE);
    }
  }

  /** The plotting area and how to place a bar in it. */
  private record Bars(
      SvgCanvas canvas, Scale scale, Scale counts, double left, double right, double top) {

    double middle() {
      return top + HALF;
    }

    double height(double count) {
      return counts.share(count) * HALF;
    }

    double at(double value) {
      return left + scale.share(value) * (right - left);
    }

    void up(double from, double to, double count) {
      double tall = height(count);
      if (tall > 0) {
        canvas.rectangle(
            at(from), middle() - tall, at(to) - at(from), tall, SvgCanvas.BLUE, SvgCanvas.INK, 0);
      }
    }

    void down(double from, double to, double count) {
      double tall = height(count);
      if (tall > 0) {
        canvas.hatched(at(from), middle(), at(to) - at(from), tall, SvgCanvas.ORANGE);
      }
    }
  }
}
