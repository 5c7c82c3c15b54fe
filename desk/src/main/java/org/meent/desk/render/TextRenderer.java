// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.List;
import java.util.Locale;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Finding;
import org.meent.disclosure.report.Block.Heading;
import org.meent.disclosure.report.Block.Paragraph;
import org.meent.disclosure.report.Block.Picture;
import org.meent.disclosure.report.Block.Table;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.report.Report;

/**
 * A report as plain text for a terminal: lines of at most 100 characters, tables aligned, figures
 * as the table of their numbers. Control characters are shown, never sent, so that no text in a
 * report can command the terminal.
 */
public final class TextRenderer {
  /** Characters in a line. */
  private static final int WIDTH = 100;

  private final Words words;
  private final StringBuilder out = new StringBuilder();

  private TextRenderer(Words words) {
    this.words = words;
  }

  /**
   * The whole text.
   *
   * @return lines that end with a line feed
   */
  public static String render(Report report) {
    Words words = Words.in(report.language());
    TextRenderer text = new TextRenderer(words);
    text.lines(mark(report, words), "");
    text.out.append('\n');
    text.lines(report.title(), "");
    text.out.append("═".repeat(WIDTH)).append('\n');
    report.blocks().forEach(text::block);
    return text.out.toString();
  }

  private static String mark(Report report, Words words) {
    String mark = words.marking(report.marking()).toUpperCase(Locale.ROOT);
    String demonstration = words.get("demonstration").toUpperCase(Locale.ROOT);
    return report.demonstration() ? mark + " · " + demonstration : mark;
  }

  private void block(Block block) {
    out.append('\n');
    switch (block) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph -> lines(paragraph.text(), "");
      case Table table -> table(table);
      case Picture p -> table(FigureTable.of(p.caption(), p.figure(), words));
      case Finding finding -> finding(finding);
    }
  }

  private void heading(Heading heading) {
    lines(heading.text(), "");
    if (heading.level() == 2) {
      int length = TextColumns.columns(heading.text());
      out.append("─".repeat(StrictMath.min(WIDTH, length))).append('\n');
    }
  }

  private void table(Table table) {
    lines(table.caption(), "");
    out.append('\n');
    new TextColumns(table, WIDTH).appendTo(out);
  }

  private void finding(Finding finding) {
    String verdict = words.verdict(finding.verdict()).toUpperCase(Locale.ROOT);
    lines(sign(finding.verdict()) + " " + verdict + " · " + finding.subject(), "");
    lines(finding.text(), "    ");
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "[+]";
      case REVIEW -> "[?]";
      case FAIL -> "[x]";
      case NOT_RUN -> "[ ]";
    };
  }

  private void lines(String text, String indent) {
    for (String line : VisibleText.of(text).split("\n", -1)) {
      List<String> wrapped = TextColumns.wrap(line, WIDTH - indent.length());
      wrapped.forEach(w -> out.append((indent + w).stripTrailing()).append('\n'));
    }
  }
}
