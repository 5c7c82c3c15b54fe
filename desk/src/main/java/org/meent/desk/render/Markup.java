// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

/** Text inside HTML, SVG and XML: nothing in it is ever read as markup. */
final class Markup {
  private Markup() {}

  /**
   * Escaped for element content and for attributes in either quotes; invisible characters shown.
   */
  static String text(String text) {
    String visible = VisibleText.of(text);
    StringBuilder escaped = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** As {@link #text(String)}, with line feeds as line breaks of HTML. */
  static String lines(String text) {
    return text(text).replace("\n", "<br>");
  }
}
