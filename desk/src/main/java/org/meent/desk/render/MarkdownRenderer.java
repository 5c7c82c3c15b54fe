// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Report;

/**
 * A report as Markdown (CommonMark with tables), for places that keep cards beside code. Signs that
 * mean something in Markdown or HTML are escaped, so that no text in a report gives form to it.
 */
public final class MarkdownRenderer {
  private static final String SIGNS = "\\`*_[]<>#|~&";

  /** What makes a list, a line or a heading of the line that begins with it. */
  private static final Pattern START = Pattern.compile("^(\\d{0,9})([-+=.)])(?=[-=\\s]|$)");

  private final Words words;
  private final StringBuilder out = new StringBuilder();

  private MarkdownRenderer(Words words) {
    this.words = words;
  }

  /**
   * The whole text.
   *
   * @return lines that end with a line feed, to be written in UTF-8
   */
  public static String render(Report report) {
    MarkdownRenderer text = new MarkdownRenderer(Words.in(report.language()));
    text.out.append("# ").append(text(report.title())).append("\n\n");
    text.mark(report);
    report.blocks().forEach(text::block);
    return text.out.toString();
  }

  private void mark(Report report) {
    out.append("> **").append(text(words.marking(report.marking()))).append("** ");
    out.append(text(words.markingMeans(report.marking()))).append('\n');
    if (report.demonstration()) {
      out.append(">\n> **").append(text(words.get("demonstration").toUpperCase(Locale.ROOT)));
      out.append("** ").append(text(words.get("demonstration.means"))).append('\n');
    }
  }

  private void block(Block block) {
    out.append('\n');
    switch (block) {
      case Block.Heading heading ->
          out.append("#".repeat(heading.level()))
              .append(' ')
              .append(text(heading.text()))
              .append('\n');
      case Block.Paragraph paragraph -> out.append(text(paragraph.text())).append('\n');
      case Block.Table table -> table(table);
      case Block.Picture picture ->
          table(FigureTable.of(picture.caption(), picture.figure(), words));
      case Block.Finding finding -> {
        out.append("> **").append(text(words.verdict(finding.verdict()))).append(": ");
        out.append(text(finding.subject()))
            .append(".** ")
            .append(text(finding.text()))
            .append('\n');
      }
    }
  }

  private void table(Block.Table table) {
    out.append("**").append(text(table.caption())).append("**\n\n");
    row(table.columns().stream().map(Column::heading).toList());
    out.append(
        table.columns().stream()
            .map(column -> column.numeric() ? "--:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    table.rows().forEach(this::row);
  }

  private void row(List<String> cells) {
    out.append(
        cells.stream()
            .map(MarkdownRenderer::text)
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : VisibleText.line(text).toCharArray()) {
      if (SIGNS.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return START.matcher(escaped).replaceFirst("$1\\\\$2");
  }
}
