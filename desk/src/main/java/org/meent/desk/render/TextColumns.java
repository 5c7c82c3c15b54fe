// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Table;

/**
 * A table in characters of one width: columns aligned, cells wrapped where the line is too short.
 */
final class TextColumns {
  private static final int NARROWEST = 6;
  private static final int GAP = 2;

  private final Table table;
  private final int[] widths;

  TextColumns(Table table, int lineWidth) {
    this.table = table;
    int columns = table.columns().size();
    this.widths = new int[columns];
    for (int i = 0; i < columns; i++) {
      widths[i] = columns(table.columns().get(i).heading());
      for (List<String> row : table.rows()) {
        widths[i] = StrictMath.max(widths[i], columns(row.get(i)));
      }
    }
    shrink(lineWidth - GAP * (columns - 1));
  }

  /** Takes from the widest column, one character at a time, until the line is wide enough. */
  private void shrink(int room) {
    while (Arrays.stream(widths).sum() > room) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
    }
  }

  /** Appends heading, rule and rows. */
  void appendTo(StringBuilder out) {
    append(out, table.columns().stream().map(Column::heading).toList());
    StringBuilder rule = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      rule.append(i == 0 ? "" : " ".repeat(GAP)).append("─".repeat(widths[i]));
    }
    out.append(rule).append('\n');
    table.rows().forEach(row -> append(out, row));
  }

  private void append(StringBuilder out, List<String> cells) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      wrapped.add(wrap(cells.get(i), widths[i]));
      height = StrictMath.max(height, wrapped.get(i).size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
        String pad = " ".repeat(widths[i] - columns(part));
        text.append(i == 0 ? "" : " ".repeat(GAP));
        text.append(table.columns().get(i).numeric() ? pad + part : part + pad);
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  /**
   * Places that a text takes on a terminal: none for a combining mark, two for a wide character.
   */
  static int columns(String text) {
    return VisibleText.line(text).codePoints().map(TextColumns::columns).sum();
  }

  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide = Character.isIdeographic(c) || (c >= 0xAC00 && c <= 0xD7A3) || c >= 0x1F300;
    return wide || (c >= 0x3040 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF60) ? 2 : 1;
  }

  /** Lines no wider than asked, broken at blanks, or inside of a word that is too long. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : VisibleText.line(text).strip().split(" +", -1)) {
      if (!line.isEmpty() && columns(line.toString()) + 1 + columns(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (columns(line.toString()) > width) {
        int end = fitting(line.toString(), width);
        lines.add(line.substring(0, end));
        line.delete(0, end);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static int fitting(String text, int width) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (columns(text.substring(0, next)) > width) {
        return end;
      }
      end = next;
    }
    return end;
  }
}
