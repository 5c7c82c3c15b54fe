// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.List;
import org.meent.desk.render.SvgCanvas.Anchor;
import org.meent.disclosure.report.Figure.End;
import org.meent.disclosure.report.Figure.Ends;

/**
 * A rule as a tree from left to right: conditions on the branches, and at each end a box with what
 * the rule gives and how many are there. Ends that share their first conditions share a branch.
 */
final class EndsDrawing {
  private static final double BOX = 190;
  private static final double HEIGHT = 46;
  private static final double ROW = 64;
  private static final double TURN = 16;

  private final SvgCanvas canvas = new SvgCanvas();
  private final List<End> ends;
  private final double step;

  private EndsDrawing(List<End> ends) {
    this.ends = ends;
    int depth = ends.stream().mapToInt(end -> end.conditions().size()).max().orElse(0);
    this.step = depth == 0 ? 0 : (SvgCanvas.WIDTH - BOX - 2 * TURN) / depth;
  }

  static Drawing draw(Ends figure) {
    EndsDrawing drawing = new EndsDrawing(figure.ends());
    drawing.branch(0, figure.ends().size(), 0);
    return new Drawing(drawing.canvas.shapes(), figure.ends().size() * ROW + 2);
  }

  private static double middle(int from, int to) {
    return (from + to) * ROW / 2;
  }

  /** Draws the ends of a branch whose first conditions are drawn already. */
  private void branch(int from, int to, int depth) {
    double x = TURN + depth * step;
    double y = middle(from, to);
    if (ends.get(from).conditions().size() == depth) {
      end(ends.get(from), x, y);
      return;
    }
    for (int first = from; first < to; ) {
      int next = first + 1;
      String condition = ends.get(first).conditions().get(depth);
      while (next < to && ends.get(next).conditions().get(depth).equals(condition)) {
        next++;
      }
      double at = middle(first, next);
      canvas.line(x, y, x, at, SvgCanvas.SOFT, 1.4);
      canvas.line(x, at, x + step, at, SvgCanvas.SOFT, 1.4);
      double place = at - 6;
      List<String> words = TextWidth.wrap(condition, step - 10, SvgCanvas.SMALL);
      canvas.lines(
          x + 6,
          place - (words.size() - 1) * SvgCanvas.LINE,
          Anchor.START,
          SvgCanvas.SMALL,
          SvgCanvas.INK,
          words);
      branch(first, next, depth + 1);
      first = next;
    }
  }

  private void end(End end, double x, double y) {
    double left = SvgCanvas.WIDTH - BOX - 1;
    canvas.line(x, y, left, y, SvgCanvas.SOFT, 1.4);
    canvas.rectangle(left, y - HEIGHT / 2, BOX, HEIGHT, "#ffffff", SvgCanvas.INK, 3);
    List<String> gives = TextWidth.wrap(end.gives(), BOX - 12, SvgCanvas.SIZE);
    canvas.text(
        left + BOX / 2,
        y - 4,
        Anchor.MIDDLE,
        SvgCanvas.SIZE,
        SvgCanvas.INK,
        true,
        gives.getFirst());
    canvas.text(
        left + BOX / 2, y + 14, Anchor.MIDDLE, SvgCanvas.SMALL, SvgCanvas.SOFT, end.count());
  }
}
