// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.List;
import java.util.regex.Pattern;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Table;
import org.meent.protocols.literature.Reference;

/**
 * A table as CSV: a header, commas, {@code \n}, quotes only where RFC 4180 asks for them; to be
 * written in UTF-8 without a byte order mark.
 *
 * <p>Spreadsheets run a cell as a formula when it begins with {@code = + - @}, a tab or a line
 * break, also in their wide forms. Such a cell gets an apostrophe in front, which every spreadsheet
 * shows or hides but none computes. Two kinds of cell stay as they are: decimal numbers ({@code
 * -0.25}, {@code +3}, {@code 1e-5}), so that programs read them as numbers, and a lone {@code -},
 * the usual mark for "none", which is no formula. Invisible characters are shown by their number.
 */
@Reference(
    authors = "Shafranovich 2005",
    title = "Common Format and MIME Type for Comma-Separated Values (CSV) Files",
    source = "RFC 4180",
    url = "https://www.rfc-editor.org/rfc/rfc4180")
public final class CsvRenderer {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
  private static final String STARTS_FORMULA = "=+-@\t\n\r＝＋－＠−";

  private CsvRenderer() {}

  /**
   * The table, header first.
   *
   * @return text that ends with a line feed
   */
  public static String render(Table table) {
    StringBuilder out = new StringBuilder();
    line(out, table.columns().stream().map(Column::heading).toList());
    table.rows().forEach(row -> line(out, row));
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(cell(cells.get(i), cells.size() == 1));
    }
    out.append('\n');
  }

  private static String cell(String cell, boolean alone) {
    String text = harmless(VisibleText.of(cell));
    boolean quoted =
        text.contains(",")
            || text.contains("\"")
            || text.contains("\n")
            || text.startsWith(" ")
            || text.endsWith(" ")
            || (alone && text.isEmpty());
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** The text with an apostrophe in front if a spreadsheet would compute it. */
  static String harmless(String text) {
    return startsFormula(text) ? "'" + text : text;
  }

  static boolean startsFormula(String text) {
    String bare = text.stripLeading();
    if (text.isEmpty() || text.equals("-") || NUMBER.matcher(text).matches()) {
      return false;
    }
    return STARTS_FORMULA.indexOf(text.charAt(0)) >= 0
        || (!bare.isEmpty() && STARTS_FORMULA.indexOf(bare.charAt(0)) >= 0);
  }
}
