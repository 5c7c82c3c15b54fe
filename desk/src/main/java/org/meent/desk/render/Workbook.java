// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Table;

/** The cells, styles and sheets of one XLSX file, and its fixed bytes. */
final class Workbook implements AutoCloseable {
  /** When every document was made: the first moment of 1980, in milliseconds of Unix time. */
  static final long LONG_AGO = 315_532_800_000L;

  private static final int LONGEST_TEXT = 32_767;
  private static final int MOST_ROWS = 1_048_576;
  private static final int HEAD = 3;
  private static final int HEADING = 24;
  private static final double POINTS_PER_CHARACTER = 5.25;
  private static final double FONT = 10.5;
  private static final float TALLEST = 409;
  private static final int NARROWEST = 9;
  private static final int WIDEST = 60;

  /** How a cell looks. */
  enum Look {
    TITLE,
    MARK,
    CAPTION,
    BOLD,
    TEXT,
    HEADER,
    HEADER_NUMERIC,
    NUMBER
  }

  private record StyleKey(Look look, String format, boolean quoted) {}

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final Map<StyleKey, XSSFCellStyle> styles = new HashMap<>();

  XSSFSheet sheet(String name) {
    XSSFSheet sheet = book.createSheet(name);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getPrintSetup().setPaperSize((short) 9);
    return sheet;
  }

  /**
   * A sheet with the marking, the caption and the column headings in three rows that stay in sight,
   * and one row for each row of the table.
   */
  void table(String name, Table table, String mark) {
    if (table.rows().size() > MOST_ROWS - HEAD) {
      throw new IllegalArgumentException("a sheet holds at most " + MOST_ROWS + " rows");
    }
    XSSFSheet sheet = sheet(name);
    List<Column> columns = table.columns();
    text(sheet.createRow(0), 0, mark, Look.MARK);
    sheet.getRow(0).setHeightInPoints(16);
    text(sheet.createRow(1), 0, VisibleText.line(table.caption()), Look.CAPTION);
    XSSFRow header = sheet.createRow(HEAD - 1);
    for (int i = 0; i < columns.size(); i++) {
      Look look = columns.get(i).numeric() ? Look.HEADER_NUMERIC : Look.HEADER;
      text(header, i, columns.get(i).heading(), look);
      sheet.setColumnWidth(i, width(table, i) * 256);
    }
    header.setHeightInPoints(height(sheet, columns.stream().map(Column::heading).toList()));
    for (int r = 0; r < table.rows().size(); r++) {
      XSSFRow row = sheet.createRow(r + HEAD);
      for (int i = 0; i < columns.size(); i++) {
        cell(row, i, table.rows().get(r).get(i), columns.get(i).numeric());
      }
      row.setHeightInPoints(height(sheet, table.rows().get(r)));
    }
    sheet.createFreezePane(0, HEAD);
    sheet.getPrintSetup().setLandscape(columns.size() > 5);
    sheet.getFooter().setRight("&P / &N");
  }

  /** Widest text of the column in characters, between fixed bounds: no font is measured. */
  private static int width(Table table, int column) {
    int widest = StrictMath.min(HEADING, table.columns().get(column).heading().length() + 2);
    for (List<String> row : table.rows()) {
      for (String line : row.get(column).split("\n", -1)) {
        widest = StrictMath.max(widest, line.length());
      }
    }
    return StrictMath.max(NARROWEST, StrictMath.min(WIDEST, widest + 2));
  }

  /** Height in points that lets every cell of a row be read, by the fixed table of widths. */
  static float height(XSSFSheet sheet, List<String> cells) {
    long most = 1;
    for (int i = 0; i < cells.size(); i++) {
      double width = sheet.getColumnWidth(i) / 256.0 * POINTS_PER_CHARACTER - 4;
      long lines = 0;
      for (String line : cells.get(i).split("\n", -1)) {
        lines += TextWidth.wrap(line, width, FONT).size();
      }
      most = StrictMath.max(most, lines);
    }
    return StrictMath.min(most * 15f + 1, TALLEST);
  }

  private void cell(XSSFRow row, int column, String text, boolean numeric) {
    Optional<NumberText> number = numeric ? NumberText.of(text) : Optional.empty();
    if (number.isPresent()) {
      XSSFCell cell = row.createCell(column);
      cell.setCellValue(number.get().value());
      cell.setCellStyle(style(new StyleKey(Look.NUMBER, number.get().format(), false)));
    } else if (!text.isEmpty()) {
      text(row, column, text, numeric ? Look.NUMBER : Look.TEXT);
    }
  }

  /**
   * Writes text, never a formula; a spreadsheet is told to keep it text even when it is edited.
   *
   * @throws IllegalArgumentException if the text is longer than a cell can hold
   */
  void text(XSSFRow row, int column, String text, Look look) {
    String visible = VisibleText.of(text);
    if (visible.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("a cell holds at most " + LONGEST_TEXT + " characters");
    }
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(visible.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_"));
    cell.setCellStyle(style(new StyleKey(look, "@", CsvRenderer.startsFormula(visible))));
  }

  private XSSFCellStyle style(StyleKey key) {
    return styles.computeIfAbsent(key, this::make);
  }

  private XSSFCellStyle make(StyleKey key) {
    XSSFCellStyle style = book.createCellStyle();
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setDataFormat(book.createDataFormat().getFormat(key.format()));
    style.setQuotePrefixed(key.quoted());
    Look look = key.look();
    boolean heading = look == Look.HEADER || look == Look.HEADER_NUMERIC;
    boolean right = look == Look.NUMBER || look == Look.HEADER_NUMERIC;
    style.setAlignment(right ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
    style.setWrapText(heading || look == Look.TEXT);
    style.setBorderBottom(heading ? BorderStyle.THIN : BorderStyle.NONE);
    if (look != Look.TEXT && look != Look.NUMBER && look != Look.CAPTION) {
      XSSFFont font = book.createFont();
      font.setBold(true);
      font.setFontHeightInPoints((short) (look == Look.TITLE ? 16 : look == Look.MARK ? 9 : 11));
      style.setFont(font);
    }
    return style;
  }

  /** The file: no author, no time of making, no program, parts in fixed order. */
  byte[] bytes() {
    try {
      POIXMLProperties properties = book.getProperties();
      properties.getCoreProperties().setCreator("");
      properties.getCoreProperties().setCreated(Optional.of(new Date(LONG_AGO)));
      properties.getExtendedProperties().getUnderlyingProperties().setApplication("");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return StoredZip.repack(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
