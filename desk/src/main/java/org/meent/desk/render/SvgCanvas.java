// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.List;

/**
 * What a drawing draws on: a few shapes of SVG, in units of which 720 make the width of a page.
 * Coordinates have one decimal. Presentation attributes only, because a strict content policy
 * refuses style attributes.
 */
final class SvgCanvas {
  static final double WIDTH = 720;
  static final double SIZE = 13;
  static final double SMALL = 12;
  static final double LINE = 17;
  private static final double HATCH = 5;

  static final String INK = "#1d2429";
  static final String SOFT = "#59636b";
  static final String RULE = "#d5dade";
  static final String BLUE = "#0072b2";
  static final String ORANGE = "#d55e00";

  /** Which end of a text its place is. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final StringBuilder out = new StringBuilder();

  /** The shapes so far. */
  String shapes() {
    return out.toString();
  }

  void line(double x1, double y1, double x2, double y2, String colour, double width) {
    dashed(x1, y1, x2, y2, colour, width, "");
  }

  void dashed(
      double x1, double y1, double x2, double y2, String colour, double width, String dashes) {
    out.append("<line");
    number("x1", x1)
        .number("y1", y1)
        .number("x2", x2)
        .number("y2", y2)
        .number("stroke-width", width);
    attribute("stroke", colour);
    if (!dashes.isEmpty()) {
      attribute("stroke-dasharray", dashes);
    }
    out.append("/>\n");
  }

  void rectangle(
      double x, double y, double width, double height, String fill, String stroke, double radius) {
    out.append("<rect");
    number("x", x).number("y", y).number("width", width).number("height", height);
    if (radius > 0) {
      number("rx", radius);
    }
    attribute("fill", fill);
    attribute("stroke", stroke);
    out.append("/>\n");
  }

  /** A pale rectangle with slanted lines of one colour, drawn as one path inside its edges. */
  void hatched(double x, double y, double width, double height, String colour) {
    rectangle(x, y, width, height, "#ffffff", INK, 0);
    StringBuilder path = new StringBuilder();
    for (double offset = HATCH; offset < width + height; offset += HATCH) {
      double fromX = StrictMath.min(offset, width);
      double toY = StrictMath.min(offset, height);
      path.append('M').append(place(x + fromX)).append(' ').append(place(y + offset - fromX));
      path.append('L').append(place(x + offset - toY)).append(' ').append(place(y + toY));
    }
    if (!path.isEmpty()) {
      out.append("<path");
      number("stroke-width", 2);
      attribute("stroke", colour);
      attribute("fill", "none");
      attribute("d", path.toString());
      out.append("/>\n");
    }
  }

  void circle(double x, double y, double radius, String fill, String stroke) {
    out.append("<circle");
    number("cx", x).number("cy", y).number("r", radius).number("stroke-width", 2);
    attribute("fill", fill);
    attribute("stroke", stroke);
    out.append("/>\n");
  }

  /** A filled triangle that points left, right (an interval that goes on) or down (an arrow). */
  void arrowHead(double x, double y, double dx, double dy, String colour) {
    out.append("<path");
    String tip = place(x) + " " + place(y);
    String first = place(x - dx * 8 - dy * 4) + " " + place(y - dy * 8 - dx * 4);
    String second = place(x - dx * 8 + dy * 4) + " " + place(y - dy * 8 + dx * 4);
    attribute("d", "M" + tip + "L" + first + "L" + second + "Z");
    attribute("fill", colour);
    out.append("/>\n");
  }

  void text(double x, double y, Anchor anchor, double size, String colour, String text) {
    text(x, y, anchor, size, colour, false, text);
  }

  void text(
      double x, double y, Anchor anchor, double size, String colour, boolean bold, String text) {
    out.append("<text");
    number("x", x).number("y", y).number("font-size", size);
    attribute("fill", colour);
    if (anchor != Anchor.START) {
      attribute("text-anchor", Words.key(anchor));
    }
    if (bold) {
      attribute("font-weight", "600");
    }
    out.append('>').append(Markup.text(VisibleText.line(text))).append("</text>\n");
  }

  /** Lines under each other; gives the place below the last one. */
  double lines(double x, double y, Anchor anchor, double size, String colour, List<String> lines) {
    double at = y;
    for (String line : lines) {
      text(x, at, anchor, size, colour, line);
      at += LINE;
    }
    return at;
  }

  private SvgCanvas number(String name, double value) {
    attribute(name, place(value));
    return this;
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
  }

  /** A coordinate with one decimal at most. */
  static String place(double value) {
    long tenths = StrictMath.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long whole = StrictMath.abs(tenths);
    return sign + whole / 10 + (whole % 10 == 0 ? "" : "." + whole % 10);
  }
}
