// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Finding;
import org.meent.disclosure.report.Block.Heading;
import org.meent.disclosure.report.Block.Paragraph;
import org.meent.disclosure.report.Block.Picture;
import org.meent.disclosure.report.Block.Table;
import org.meent.disclosure.report.Report;

/**
 * A report as a workbook: a first sheet that says what this is, who may see it and what follows,
 * with the headings and paragraphs; then a sheet for each table, one for all findings, and each
 * figure as the table of its numbers. No formula, no hidden part, no author, no time; equal reports
 * give equal bytes. A cell of a numeric column is a number when the spreadsheet can show it exactly
 * as written, otherwise text.
 */
public final class XlsxRenderer {
  private static final int WIDE = 78;

  private final Report report;
  private final Words words;
  private final SheetNames names = new SheetNames();
  private final List<Sheet> sheets = new ArrayList<>();

  private record Sheet(String name, String kind, Table table) {}

  private XlsxRenderer(Report report) {
    this.report = report;
    this.words = Words.in(report.language());
  }

  /**
   * The whole workbook.
   *
   * @return the bytes of an XLSX file
   * @throws IllegalArgumentException if a text or table is larger than a sheet can hold
   */
  public static byte[] render(Report report) {
    XlsxRenderer renderer = new XlsxRenderer(report);
    try (Workbook book = new Workbook()) {
      String readme = renderer.names.near(renderer.words.get("readme"));
      renderer.collect();
      renderer.readme(book, readme);
      for (Sheet sheet : renderer.sheets) {
        book.table(sheet.name(), sheet.table(), renderer.mark());
      }
      return book.bytes();
    }
  }

  private String mark() {
    String mark = words.marking(report.marking()).toUpperCase(Locale.ROOT);
    return report.demonstration()
        ? mark + " · " + words.get("demonstration").toUpperCase(Locale.ROOT)
        : mark;
  }

  private void collect() {
    List<List<String>> findings = new ArrayList<>();
    for (Block block : report.blocks()) {
      switch (block) {
        case Table table -> add("table", table);
        case Picture picture ->
            add("figure", FigureTable.of(picture.caption(), picture.figure(), words));
        case Finding f -> findings.add(List.of(words.verdict(f.verdict()), f.subject(), f.text()));
        case Heading _, Paragraph _ -> {}
      }
    }
    if (!findings.isEmpty()) {
      List<Column> columns =
          List.of(
              new Column(words.get("finding.verdict"), false),
              new Column(words.get("finding.subject"), false),
              new Column(words.get("finding.text"), false));
      Table table = new Table(words.get("findings"), columns, findings);
      sheets.addFirst(new Sheet(names.near(words.get("findings")), words.get("findings"), table));
    }
  }

  private void add(String kind, Table table) {
    sheets.add(new Sheet(names.near(table.caption()), words.get(kind), table));
  }

  private void readme(Workbook book, String name) {
    XSSFSheet sheet = book.sheet(name);
    sheet.setColumnWidth(0, 34 * 256);
    sheet.setColumnWidth(1, WIDE * 256);
    Rows rows = new Rows(book, sheet);
    rows.one(report.title(), Workbook.Look.TITLE);
    rows.two(
        words.marking(report.marking()).toUpperCase(Locale.ROOT),
        words.markingMeans(report.marking()));
    if (report.demonstration()) {
      rows.two(
          words.get("demonstration").toUpperCase(Locale.ROOT), words.get("demonstration.means"));
    }
    if (!sheets.isEmpty()) {
      rows.blank();
      rows.one(words.get("contents"), Workbook.Look.BOLD);
      sheets.forEach(s -> rows.plain(s.name(), s.kind() + ": " + s.table().caption()));
    }
    for (Block block : report.blocks()) {
      switch (block) {
        case Heading heading -> {
          rows.blank();
          rows.one(heading.text(), Workbook.Look.BOLD);
        }
        case Paragraph paragraph -> rows.plain("", paragraph.text());
        case Table _, Picture _, Finding _ -> {}
      }
    }
  }

  /** Rows of the first sheet, from top to bottom. */
  private static final class Rows {
    private final Workbook book;
    private final XSSFSheet sheet;
    private int next;

    Rows(Workbook book, XSSFSheet sheet) {
      this.book = book;
      this.sheet = sheet;
    }

    void blank() {
      next++;
    }

    void one(String text, Workbook.Look look) {
      XSSFRow row = sheet.createRow(next++);
      book.text(row, 0, VisibleText.line(text), look);
      row.setHeightInPoints(look == Workbook.Look.TITLE ? 27 : 16);
    }

    void two(String first, String second) {
      pair(first, Workbook.Look.BOLD, second);
    }

    void plain(String first, String second) {
      pair(first, Workbook.Look.TEXT, second);
    }

    private void pair(String first, Workbook.Look look, String second) {
      XSSFRow row = sheet.createRow(next++);
      if (!first.isEmpty()) {
        book.text(row, 0, first, look);
      }
      book.text(row, 1, second, Workbook.Look.TEXT);
      row.setHeightInPoints(Workbook.height(sheet, List.of(first, second)));
    }
  }
}
