// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.List;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Finding;
import org.meent.disclosure.report.Block.Heading;
import org.meent.disclosure.report.Block.Paragraph;
import org.meent.disclosure.report.Block.Picture;
import org.meent.disclosure.report.Block.Table;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.report.Report;

/**
 * A report as one HTML file that needs nothing else: no script, no font, no address. A band on top,
 * repeated in the margin of each printed page, says who may see it; everything made under a
 * demonstration mandate has a watermark. Headings, captions, scopes and descriptions are there for
 * screen readers. Each text is escaped, and invisible characters in it are shown.
 */
public final class HtmlRenderer {
  private static final int ENOUGH_FOR_CONTENTS = 4;

  private final Report report;
  private final Words words;
  private final StringBuilder out = new StringBuilder();
  private int headings;
  private int tables;
  private int figures;

  private HtmlRenderer(Report report) {
    this.report = report;
    this.words = Words.in(report.language());
  }

  /**
   * The whole page.
   *
   * @return an HTML document, to be written in UTF-8
   * @throws IllegalArgumentException if a heading is not of level 2 or 3, or a figure contradicts
   *     itself
   */
  public static String render(Report report) {
    HtmlRenderer page = new HtmlRenderer(report);
    page.head();
    page.band();
    page.out.append("<header>\n<h1>").append(Markup.text(report.title())).append("</h1>\n");
    page.contents();
    page.out.append("</header>\n<main>\n");
    report.blocks().forEach(page::block);
    page.out.append("</main>\n</body>\n</html>\n");
    return page.out.toString();
  }

  private void head() {
    HtmlStyle style = HtmlStyle.of(report, words);
    out.append("<!DOCTYPE html>\n<html lang=\"").append(words.language()).append("\">\n<head>\n");
    out.append("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
    out.append(style.policy()).append("\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    out.append(Markup.text(VisibleText.line(report.title()))).append(" · ");
    out.append(Markup.text(words.marking(report.marking()))).append("</title>\n<style>");
    out.append(style.css()).append("</style>\n</head>\n");
  }

  private void band() {
    out.append("<body class=\"").append(Words.key(report.marking())).append("\">\n");
    out.append("<div class=\"band\" role=\"note\">\n<p><strong>");
    out.append(Markup.text(words.marking(report.marking()))).append("</strong> ");
    out.append(Markup.text(words.markingMeans(report.marking()))).append("</p>\n");
    if (report.demonstration()) {
      String demonstration = Markup.text(words.get("demonstration"));
      out.append("<p class=\"demo\"><strong>").append(demonstration).append("</strong> ");
      out.append(Markup.text(words.get("demonstration.means"))).append("</p>\n");
      out.append("<div class=\"watermark\" aria-hidden=\"true\"><span>");
      out.append(demonstration).append("</span></div>\n");
    }
    out.append("</div>\n");
  }

  /** A list of the chapters, when there are so many that one loses the way. */
  private void contents() {
    List<Heading> all =
        report.blocks().stream()
            .filter(Heading.class::isInstance)
            .map(Heading.class::cast)
            .toList();
    if (all.stream().filter(h -> h.level() == 2).count() < ENOUGH_FOR_CONTENTS) {
      return;
    }
    out.append("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
    out.append(Markup.text(words.get("contents"))).append("</h2>\n<ol>\n");
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).level() == 2) {
        out.append("<li><a href=\"#s").append(i + 1).append("\">");
        out.append(Markup.text(all.get(i).text())).append("</a></li>\n");
      }
    }
    out.append("</ol>\n</nav>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph ->
          out.append("<p>").append(Markup.lines(paragraph.text())).append("</p>\n");
      case Table table -> {
        tables++;
        String kind = words.get("table") + " " + tables + ".";
        table(table, kind, "t" + tables);
      }
      case Picture picture -> picture(picture);
      case Finding finding -> finding(finding);
    }
  }

  private void heading(Heading heading) {
    if (heading.level() != 2 && heading.level() != 3) {
      throw new IllegalArgumentException("a heading is of level 2 or 3");
    }
    headings++;
    out.append("<h").append(heading.level()).append(" id=\"s").append(headings).append("\">");
    out.append(Markup.text(heading.text())).append("</h").append(heading.level()).append(">\n");
  }

  private void table(Table table, String kind, String id) {
    out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
        .append(id);
    out.append("\">\n<table>\n<caption id=\"").append(id).append("\">");
    if (!kind.isEmpty()) {
      out.append("<span class=\"kind\">").append(Markup.text(kind)).append("</span> ");
    }
    out.append(Markup.lines(table.caption())).append("</caption>\n<thead>\n<tr>");
    for (Block.Column column : table.columns()) {
      out.append("<th scope=\"col\"").append(column.numeric() ? " class=\"n\">" : ">");
      out.append(Markup.lines(column.heading())).append("</th>");
    }
    out.append("</tr>\n</thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      row(table, row);
    }
    out.append("</tbody>\n</table>\n</div>\n");
  }

  private void row(Table table, List<String> row) {
    out.append("<tr>");
    for (int i = 0; i < row.size(); i++) {
      boolean numeric = table.columns().get(i).numeric();
      boolean names = i == 0 && !numeric;
      out.append(names ? "<th scope=\"row\"" : "<td").append(numeric ? " class=\"n\">" : ">");
      out.append(Markup.lines(row.get(i))).append(names ? "</th>" : "</td>");
    }
    out.append("</tr>\n");
  }

  private void picture(Picture picture) {
    figures++;
    out.append("<figure>\n<figcaption><span class=\"kind\">");
    out.append(Markup.text(words.get("figure"))).append(' ').append(figures).append(".</span> ");
    out.append(Markup.lines(picture.caption())).append("</figcaption>\n");
    out.append(SvgRenderer.inline(picture, words, "f" + figures));
    String numbers = words.get("figure.numbers");
    out.append("<details>\n<summary>").append(Markup.text(numbers)).append("</summary>\n");
    table(FigureTable.of(numbers, picture.figure(), words), "", "n" + figures);
    out.append("</details>\n</figure>\n");
  }

  private void finding(Finding finding) {
    String verdict = Words.key(finding.verdict());
    out.append("<section class=\"finding ").append(verdict).append("\">\n");
    out.append(mark(finding.verdict()));
    out.append("<div>\n<p><span class=\"verdict\">");
    out.append(Markup.text(words.verdict(finding.verdict())))
        .append("</span> · <span class=\"subject\">");
    out.append(Markup.text(finding.subject())).append("</span></p>\n<p class=\"said\">");
    out.append(Markup.lines(finding.text())).append("</p>\n</div>\n</section>\n");
  }

  /** A sign for the verdict that needs no colour: tick, question mark, cross, dash. */
  private static String mark(Verdict verdict) {
    String stroke =
        switch (verdict) {
          case PASS -> "M7 12.5l3.5 3.5 6.5-8";
          case REVIEW -> "M9 9.5c0-4 6-4 6-.4 0 2.4-3 2.6-3 4.9M12 17v.6";
          case FAIL -> "M8 8l8 8M16 8l-8 8";
          case NOT_RUN -> "M7.5 12h9";
        };
    return "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"12\" r=\"10.8\""
        + " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/><path d=\""
        + stroke
        + "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.1\""
        + " stroke-linecap=\"round\"/></svg>\n";
  }
}
