// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.meent.desk.render.SvgCanvas.Anchor;

/**
 * The frame of a figure with one line per name: names at the left, an axis in the middle, printed
 * values at the right. Names wrap and their rows grow; the axis gets at least a third of the width.
 */
final class RowPlot {
  private static final double GAP = 18;
  private static final double ROW = 27;
  private static final double NAME = 235;

  final SvgCanvas canvas;
  final Scale scale;
  final double left;
  final double right;
  final double top;
  private final List<List<String>> names;
  private final List<Double> centres = new ArrayList<>();
  private double bottom;

  /**
   * Lays out the rows and draws names, rules and axis.
   *
   * @param names one for each row
   * @param axis what the axis measures
   * @param numbers what must lie on the axis
   * @param valueWidth room for the printed values
   * @param top where the rows begin
   */
  RowPlot(
      SvgCanvas canvas,
      List<String> names,
      String axis,
      DoubleStream numbers,
      double valueWidth,
      double top) {
    this.canvas = canvas;
    this.top = top;
    double room = StrictMath.min(NAME, SvgCanvas.WIDTH * 2 / 3 - 2 * GAP - valueWidth);
    this.names = names.stream().map(n -> TextWidth.wrap(n, room, SvgCanvas.SIZE)).toList();
    double widest =
        this.names.stream().mapToDouble(n -> TextWidth.widest(n, SvgCanvas.SIZE)).max().orElse(0);
    this.left = widest + GAP;
    this.right = SvgCanvas.WIDTH - valueWidth - GAP;
    this.scale = Scale.fitting(numbers, right - left, SvgCanvas.SMALL);
    this.bottom = top;
    for (List<String> name : this.names) {
      double height = StrictMath.max(ROW, name.size() * SvgCanvas.LINE + 9);
      centres.add(bottom + height / 2);
      bottom += height;
    }
    drawNames();
    bottom = drawAxis(axis);
  }

  private void drawNames() {
    double edge = top;
    canvas.line(0, edge, SvgCanvas.WIDTH, edge, SvgCanvas.RULE, 1);
    for (int row = 0; row < names.size(); row++) {
      double first = centre(row) - (names.get(row).size() - 1) * SvgCanvas.LINE / 2 + 4.5;
      canvas.lines(0, first, Anchor.START, SvgCanvas.SIZE, SvgCanvas.INK, names.get(row));
      edge = 2 * centre(row) - edge;
      canvas.line(0, edge, SvgCanvas.WIDTH, edge, SvgCanvas.RULE, 1);
    }
  }

  /** Draws ticks and title; gives the lower end of the figure. */
  private double drawAxis(String axis) {
    List<BigDecimal> ticks = scale.ticks();
    List<String> labels = scale.labels();
    for (int i = 0; i < ticks.size(); i++) {
      double x = at(ticks.get(i).doubleValue());
      canvas.line(x, top, x, bottom, SvgCanvas.RULE, 1);
      canvas.line(x, bottom, x, bottom + 5, SvgCanvas.SOFT, 1);
      canvas.text(x, bottom + 19, Anchor.MIDDLE, SvgCanvas.SMALL, SvgCanvas.SOFT, labels.get(i));
    }
    canvas.line(left, bottom, right, bottom, SvgCanvas.SOFT, 1);
    return axisTitle(canvas, axis, left, right, bottom + 39);
  }

  /** A title centred below an axis and never beyond the page; gives the place below it. */
  static double axisTitle(SvgCanvas canvas, String axis, double left, double right, double y) {
    List<String> lines = TextWidth.wrap(axis, SvgCanvas.WIDTH - 40, SvgCanvas.SIZE);
    double half = TextWidth.widest(lines, SvgCanvas.SIZE) / 2;
    double middle = (left + right) / 2;
    double x = StrictMath.max(half, StrictMath.min(middle, SvgCanvas.WIDTH - half));
    return canvas.lines(x, y, Anchor.MIDDLE, SvgCanvas.SIZE, SvgCanvas.INK, lines) - 8;
  }

  /** Place of a number on the axis. */
  double at(double value) {
    return left + scale.share(value) * (right - left);
  }

  /** Middle of a row. */
  double centre(int row) {
    return centres.get(row);
  }

  /** Lower end of the rows. */
  double rowsEnd() {
    return centres.isEmpty() ? top : rowEnd();
  }

  private double rowEnd() {
    double edge = top;
    for (double centre : centres) {
      edge = 2 * centre - edge;
    }
    return edge;
  }

  /** Lower end of the whole figure. */
  double end() {
    return bottom;
  }
}
