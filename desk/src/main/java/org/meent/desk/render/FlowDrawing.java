// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.ArrayList;
import java.util.List;
import org.meent.desk.render.SvgCanvas.Anchor;
import org.meent.disclosure.report.Figure.FlowChart;
import org.meent.disclosure.report.Figure.Step;

/**
 * The way of the records: boxes from top to bottom joined by arrows; what was lost or doubled
 * stands in a box beside the arrow into the next step.
 */
final class FlowDrawing {
  private static final double BOX = 330;
  private static final double PAD = 13;
  private static final double SIDE = 400;
  private static final double GAP = 34;

  private FlowDrawing() {}

  static Drawing draw(FlowChart figure) {
    SvgCanvas canvas = new SvgCanvas();
    double y = 1;
    List<Step> steps = figure.steps();
    for (int i = 0; i < steps.size(); i++) {
      double bottom = box(canvas, steps.get(i), y);
      boolean last = i == steps.size() - 1;
      double next =
          last && steps.get(i).asides().isEmpty() ? bottom : beside(canvas, steps.get(i), bottom);
      if (!last) {
        canvas.line(BOX / 2, bottom, BOX / 2, next - 4, SvgCanvas.INK, 1.4);
        canvas.arrowHead(BOX / 2, next, 0, 1, SvgCanvas.INK);
      }
      y = next;
    }
    return new Drawing(canvas.shapes(), y + 1);
  }

  /** Draws the box of a step; gives its lower edge. */
  private static double box(SvgCanvas canvas, Step step, double y) {
    List<String> label = TextWidth.wrap(step.label(), BOX - 2 * PAD, SvgCanvas.SIZE);
    List<String> count = TextWidth.wrap(step.count(), BOX - 2 * PAD, 17);
    double height = label.size() * SvgCanvas.LINE + count.size() * 22 + 2 * PAD - 4;
    canvas.rectangle(1, y, BOX, height, "#ffffff", SvgCanvas.INK, 3);
    double at =
        canvas.lines(BOX / 2, y + PAD + 11, Anchor.MIDDLE, SvgCanvas.SIZE, SvgCanvas.INK, label);
    for (String line : count) {
      canvas.text(BOX / 2, at + 5, Anchor.MIDDLE, 17, SvgCanvas.INK, true, line);
      at += 22;
    }
    return y + height;
  }

  /** Draws the asides between two boxes; gives the upper edge of the next box. */
  private static double beside(SvgCanvas canvas, Step step, double top) {
    if (step.asides().isEmpty()) {
      return top + GAP;
    }
    double width = SvgCanvas.WIDTH - SIDE - 1;
    List<String> lines = new ArrayList<>();
    for (String aside : step.asides()) {
      lines.addAll(TextWidth.wrap(aside, width - 2 * PAD, SvgCanvas.SMALL));
    }
    double height = lines.size() * SvgCanvas.LINE + PAD + 4;
    double y = top + GAP / 2;
    canvas.rectangle(SIDE, y, width, height, "#f4f6f7", SvgCanvas.SOFT, 3);
    canvas.lines(SIDE + PAD, y + 18, Anchor.START, SvgCanvas.SMALL, SvgCanvas.INK, lines);
    double middle = y + height / 2;
    canvas.line(BOX / 2, top, BOX / 2, middle, SvgCanvas.SOFT, 1.2);
    canvas.line(BOX / 2, middle, SIDE - 4, middle, SvgCanvas.SOFT, 1.2);
    canvas.arrowHead(SIDE, middle, 1, 0, SvgCanvas.SOFT);
    return y + height + GAP / 2;
  }
}
