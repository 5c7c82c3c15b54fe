// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Table;
import org.meent.disclosure.report.Report;
import org.meent.disclosure.report.Report.Marking;

class XlsxRendererTest {
  @Test
  void firstSheetSaysWhatItIsAndWhatFollows() throws IOException {
    try (XSSFWorkbook book = open(SampleReport.dutch())) {
      Sheet first = book.getSheetAt(0);
      assertThat(first.getSheetName()).isEqualTo("Lees mij");
      assertThat(texts(first))
          .contains("Wat helpt naar werk?", "ALLEEN BINNEN", "DEMONSTRATIE", "Inhoud")
          .contains("Records per bron", "De onzekerheid staat bij elk getal.\nEen tweede regel.");
      assertThat(names(book))
          .startsWith(
              "Lees mij", "Bevindingen", "Records per bron", "Effect op maanden in betaald");
    }
  }

  @Test
  void everySheetCarriesTheMarking() throws IOException {
    try (XSSFWorkbook book = open(SampleReport.dutch())) {
      for (int i = 1; i < book.getNumberOfSheets(); i++) {
        Sheet sheet = book.getSheetAt(i);
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
            .isEqualTo("ALLEEN BINNEN · DEMONSTRATIE");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
      }
    }
  }

  @Test
  void numbersAreNumbersAndEverythingElseIsText() throws IOException {
    try (XSSFWorkbook book = open(SampleReport.dutch())) {
      Sheet sheet = book.getSheet("Records per bron");
      DataFormatter shown = new DataFormatter(Locale.ROOT);
      assertThat(sheet.getRow(3).getCell(1).getNumericCellValue()).isEqualTo(184320);
      assertThat(shown.formatCellValue(sheet.getRow(3).getCell(2))).isEqualTo("0.98");
      assertThat(shown.formatCellValue(sheet.getRow(4).getCell(2))).isEqualTo("-0.20");
      assertThat(sheet.getRow(5).getCell(1).getStringCellValue()).isEqualTo("–");
      assertThat(sheet.getRow(5).getCell(2).getStringCellValue()).isEqualTo("007");
      Cell formula = sheet.getRow(4).getCell(0);
      assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
      assertThat(formula.getStringCellValue()).isEqualTo("=SUM(A1:A9)");
      assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @Test
  void nothingIsHidden() throws IOException {
    try (XSSFWorkbook book = open(SampleReport.dutch())) {
      assertThat(book.getAllNames()).isEmpty();
      assertThat(book.getExternalLinksTable()).isEmpty();
      for (Sheet sheet : book) {
        assertThat(book.getSheetVisibility(book.getSheetIndex(sheet)))
            .isEqualTo(SheetVisibility.VISIBLE);
        assertThat(sheet.getCellComments()).isEmpty();
        for (Row row : sheet) {
          assertThat(row.getZeroHeight()).isFalse();
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            assertThat(sheet.isColumnHidden(cell.getColumnIndex())).isFalse();
            assertThat(sheet.getColumnWidth(cell.getColumnIndex())).isGreaterThan(8 * 256);
          }
        }
      }
    }
  }

  @Test
  void containerIsStoredInOrderAtOneTimeWithoutAuthor() throws IOException {
    byte[] bytes = XlsxRenderer.render(SampleReport.dutch());
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        names.add(e.getName());
        assertThat(e.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(e.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
        String part = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(part).doesNotContainPattern("(?i)apache|poi</|creator>[^<]|20[2-9][0-9]-");
      }
    }
    assertThat(names.getFirst()).isEqualTo("[Content_Types].xml");
    List<String> sorted = new ArrayList<>(names.subList(1, names.size()));
    Collections.sort(sorted);
    assertThat(names.subList(1, names.size())).isEqualTo(sorted);
  }

  @Test
  void hostileTextComesBackAsItWas() throws IOException {
    for (String hostile :
        List.of("_x0041_ <b>&amp;</b>", "=HYPERLINK(\"x\")", "]]>", "'", "&P&D")) {
      try (XSSFWorkbook book = open(SampleReport.saying(hostile))) {
        assertThat(book.getSheetAt(2).getRow(3).getCell(0).getStringCellValue()).isEqualTo(hostile);
        assertThat(book.getSheetAt(2).getRow(1).getCell(0).getStringCellValue()).isEqualTo(hostile);
      }
    }
    try (XSSFWorkbook book = open(SampleReport.saying("a\u0000\u202Eb"))) {
      assertThat(book.getSheetAt(2).getRow(3).getCell(0).getStringCellValue())
          .isEqualTo("a‹U+0000›‹U+202E›b");
    }
  }

  @Test
  void sheetNamesAreLegalAndDifferent() {
    SheetNames names = new SheetNames();
    assertThat(names.near("History")).isEqualTo("History (2)");
    assertThat(names.near("a/b:c?[d]*\\")).isEqualTo("a b c d");
    assertThat(names.near("A B C D")).isEqualTo("A B C D (2)");
    assertThat(names.near("'''")).isEqualTo("-");
    assertThat(names.near("x".repeat(40))).hasSize(31);
    assertThat(names.near("X".repeat(40))).hasSize(31).endsWith("X (2)");
    assertThat(names.near("Gemiddeld effect van ondersteuning per instrument"))
        .isEqualTo("Gemiddeld effect van");
  }

  @Test
  void whatASheetCannotHoldIsRefused() {
    List<Column> columns = List.of(new Column("h", false));
    Block table = new Table("t", columns, List.of(List.of("x".repeat(32_768))));
    Report report = new Report("t", Marking.INSIDE_ONLY, false, Locale.ENGLISH, List.of(table));
    assertThatThrownBy(() -> XlsxRenderer.render(report))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a cell holds at most 32767 characters");
  }

  private static XSSFWorkbook open(Report report) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(XlsxRenderer.render(report)));
  }

  private static List<String> names(XSSFWorkbook book) {
    List<String> names = new ArrayList<>();
    book.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  private static List<String> texts(Sheet sheet) {
    List<String> texts = new ArrayList<>();
    sheet.forEach(row -> row.forEach(cell -> texts.add(cell.getStringCellValue())));
    return texts;
  }
}
