// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.List;
import java.util.Locale;
import org.meent.desk.render.SvgCanvas.Anchor;
import org.meent.disclosure.report.Block.Picture;
import org.meent.disclosure.report.Block.Table;
import org.meent.disclosure.report.Figure;
import org.meent.disclosure.report.Report.Marking;

/**
 * A figure as SVG text: the same bytes on every machine, because no font of the platform is
 * measured and coordinates are decimal numbers with one digit. It has a title and a description in
 * words for screen readers, uses two colours that colour-blind readers tell apart, and shapes that
 * stay apart in black and white.
 */
public final class SvgRenderer {
  private static final String FONTS =
      "Segoe UI, Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif";

  private SvgRenderer() {}

  /**
   * A file of its own, with the marking printed below the figure.
   *
   * @param picture the figure and its caption
   * @param marking who may see it
   * @param demonstration whether it was made under a demonstration mandate
   * @param language language of the fixed words; Dutch, or else English
   * @return an XML document in UTF-8
   * @throws IllegalArgumentException if the figure contradicts itself (bins without edges)
   */
  public static String render(
      Picture picture, Marking marking, boolean demonstration, Locale language) {
    Words words = Words.in(language);
    Drawing drawing = draw(picture.figure(), words);
    SvgCanvas band = new SvgCanvas();
    String mark = words.marking(marking).toUpperCase(Locale.ROOT);
    if (demonstration) {
      mark += " · " + words.get("demonstration").toUpperCase(Locale.ROOT);
    }
    double y = drawing.height() + 26;
    band.line(0, y - 18, SvgCanvas.WIDTH, y - 18, SvgCanvas.RULE, 1);
    band.text(0, y, Anchor.START, 11, SvgCanvas.INK, true, mark);
    Drawing marked = new Drawing(drawing.shapes() + band.shapes(), y + 8);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + element(picture, marked, words, "f", 16);
  }

  /** The element for a page that carries the marking itself; {@code id} is unique on the page. */
  static String inline(Picture picture, Words words, String id) {
    return element(picture, draw(picture.figure(), words), words, id, 2);
  }

  private static Drawing draw(Figure figure, Words words) {
    return switch (figure) {
      case Figure.Intervals f -> IntervalsDrawing.draw(f, words);
      case Figure.MirroredHistogram f -> HistogramDrawing.draw(f, words);
      case Figure.Dots f -> DotsDrawing.draw(f, words);
      case Figure.Curves f -> CurvesDrawing.draw(f);
      case Figure.Hundred f -> HundredDrawing.draw(f);
      case Figure.FlowChart f -> FlowDrawing.draw(f);
      case Figure.Ends f -> EndsDrawing.draw(f);
    };
  }

  private static String element(
      Picture picture, Drawing drawing, Words words, String id, double margin) {
    Table table = FigureTable.of(picture.caption(), picture.figure(), words);
    String box =
        String.join(
            " ",
            List.of(
                SvgCanvas.place(-margin),
                SvgCanvas.place(-margin),
                SvgCanvas.place(SvgCanvas.WIDTH + 2 * margin),
                SvgCanvas.place(drawing.height() + 2 * margin)));
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\""
        + box
        + "\" role=\"img\" lang=\""
        + words.language()
        + "\" aria-labelledby=\""
        + id
        + "-title "
        + id
        + "-desc\" font-family=\""
        + FONTS
        + "\">\n<title id=\""
        + id
        + "-title\">"
        + Markup.text(VisibleText.line(picture.caption()))
        + "</title>\n<desc id=\""
        + id
        + "-desc\">"
        + Markup.text(VisibleText.line(FigureTable.inWords(table)))
        + "</desc>\n"
        + (margin > 10 ? background(box) : "")
        + drawing.shapes()
        + "</svg>\n";
  }

  /** White paper below a figure that stands alone. */
  private static String background(String box) {
    List<String> parts = List.of(box.split(" ", -1));
    return String.format(
        Locale.ROOT,
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>\n",
        parts.toArray());
  }
}
