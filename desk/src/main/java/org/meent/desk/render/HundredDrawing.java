// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.List;
import org.meent.desk.render.SvgCanvas.Anchor;
import org.meent.disclosure.report.Figure.Hundred;
import org.meent.disclosure.report.Figure.Part;
import org.meent.protocols.literature.Reference;

/**
 * A hundred small people in ten rows of ten, each with the letter of its part, and beside them what
 * a letter stands for. Letters tell parts apart without colour; what is not known is a question
 * mark.
 */
@Reference(
    authors = "Galesic, Garcia-Retamero, Gigerenzer 2009",
    title = "Using icon arrays to communicate medical risks: overcoming low numeracy",
    source = "Health Psychology 28(2), 210–216",
    url = "https://doi.org/10.1037/a0014474")
final class HundredDrawing {
  private static final int IN_A_ROW = 10;
  private static final double WIDE = 30;
  private static final double HIGH = 32;
  private static final double LEGEND = IN_A_ROW * WIDE + 24;
  private static final List<Colours> COLOURS =
      List.of(
          new Colours("#ffffff", SvgCanvas.INK),
          new Colours(SvgCanvas.BLUE, "#ffffff"),
          new Colours(SvgCanvas.ORANGE, "#ffffff"),
          new Colours(SvgCanvas.RULE, SvgCanvas.INK),
          new Colours(SvgCanvas.INK, "#ffffff"),
          new Colours(SvgCanvas.SOFT, "#ffffff"));

  /** Body and letter. */
  private record Colours(String body, String letter) {}

  private HundredDrawing() {}

  static Drawing draw(Hundred figure) {
    SvgCanvas canvas = new SvgCanvas();
    int person = 0;
    double legend = 0;
    for (int i = 0; i < figure.parts().size(); i++) {
      Part part = figure.parts().get(i);
      Colours colours = part.known() ? COLOURS.get(i % COLOURS.size()) : COLOURS.getFirst();
      String letter = part.known() ? Character.toString((char) ('A' + i % 26)) : "?";
      for (int k = 0; k < part.count(); k++) {
        int row = person / IN_A_ROW;
        int place = person % IN_A_ROW;
        one(canvas, place * WIDE, row * HIGH, colours, letter);
        person++;
      }
      one(canvas, LEGEND, legend, colours, letter);
      List<String> lines =
          TextWidth.wrap(
              part.label() + ": " + part.count(), SvgCanvas.WIDTH - LEGEND - WIDE, SvgCanvas.SIZE);
      double end =
          canvas.lines(
              LEGEND + WIDE, legend + 20, Anchor.START, SvgCanvas.SIZE, SvgCanvas.INK, lines);
      legend = StrictMath.max(legend + HIGH, end - 8);
    }
    return new Drawing(canvas.shapes(), StrictMath.max(IN_A_ROW * HIGH, legend));
  }

  private static void one(SvgCanvas canvas, double x, double y, Colours colours, String letter) {
    canvas.circle(x + 12, y + 5, 3.5, colours.body(), SvgCanvas.INK);
    canvas.rectangle(x + 3, y + 11, 18, 16, colours.body(), SvgCanvas.INK, 4);
    canvas.text(x + 12, y + 23.5, Anchor.MIDDLE, 11, colours.letter(), letter);
  }
}
