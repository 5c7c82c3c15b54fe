// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Finding;
import org.meent.disclosure.report.Block.Heading;
import org.meent.disclosure.report.Block.Paragraph;
import org.meent.disclosure.report.Block.Picture;
import org.meent.disclosure.report.Block.Table;
import org.meent.disclosure.report.Report;

/**
 * A report as a text document for those who work in an office program: the marking in the header of
 * each page, tables as tables, figures as the table of their numbers. No author, no time, no field,
 * no revision; equal reports give equal bytes.
 */
public final class DocxRenderer {
  private static final String FONT = "Georgia";
  private static final String TABLE_FONT = "Arial";
  private static final int TEXT = 11;
  private static final int SMALL = 9;

  private final Report report;
  private final Words words;
  private final XWPFDocument document;
  private int tables;
  private int figures;

  private DocxRenderer(Report report, XWPFDocument document) {
    this.report = report;
    this.words = Words.in(report.language());
    this.document = document;
  }

  /**
   * The whole document.
   *
   * @return the bytes of a DOCX file
   */
  public static byte[] render(Report report) {
    try (XWPFDocument document = new XWPFDocument()) {
      DocxRenderer renderer = new DocxRenderer(report, document);
      renderer.write();
      POIXMLProperties properties = document.getProperties();
      properties.getCoreProperties().setCreator("");
      properties.getCoreProperties().setCreated(Optional.of(new Date(Workbook.LONG_AGO)));
      properties.getExtendedProperties().getUnderlyingProperties().setApplication("");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return StoredZip.repack(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    String mark = words.marking(report.marking()).toUpperCase(Locale.ROOT);
    if (report.demonstration()) {
      mark += " · " + words.get("demonstration").toUpperCase(Locale.ROOT);
    }
    XWPFParagraph header = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    run(header, mark, TABLE_FONT, SMALL).setBold(true);
    run(paragraph(0, 240), report.title(), FONT, 22);
    String means = words.markingMeans(report.marking());
    if (report.demonstration()) {
      means += " " + words.get("demonstration.means");
    }
    run(paragraph(0, 240), means, TABLE_FONT, SMALL).setItalic(true);
    report.blocks().forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Heading heading -> heading(heading);
      case Paragraph text -> run(paragraph(0, 160), text.text(), FONT, TEXT);
      case Table table -> table(table, words.get("table") + " " + ++tables + ". ");
      case Picture picture ->
          table(
              FigureTable.of(picture.caption(), picture.figure(), words),
              words.get("figure") + " " + ++figures + ". ");
      case Finding finding -> {
        XWPFParagraph said = paragraph(80, 120);
        String verdict = words.verdict(finding.verdict()) + " · " + finding.subject();
        run(said, verdict + "\n", TABLE_FONT, TEXT - 1).setBold(true);
        run(said, finding.text(), TABLE_FONT, TEXT - 1);
      }
    }
  }

  private void heading(Heading heading) {
    if (heading.level() != 2 && heading.level() != 3) {
      throw new IllegalArgumentException("a heading is of level 2 or 3");
    }
    XWPFParagraph paragraph = paragraph(heading.level() == 2 ? 400 : 240, 120);
    paragraph.setKeepNext(true);
    paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(heading.level() - 1L));
    run(paragraph, heading.text(), FONT, heading.level() == 2 ? 16 : 12)
        .setBold(heading.level() == 3);
  }

  private void table(Table table, String kind) {
    XWPFParagraph caption = paragraph(160, 80);
    caption.setKeepNext(true);
    run(caption, kind, TABLE_FONT, SMALL).setBold(true);
    run(caption, table.caption(), TABLE_FONT, SMALL);
    List<Column> columns = table.columns();
    XWPFTable drawn = document.createTable(table.rows().size() + 1, columns.size());
    drawn.setWidth("100%");
    XWPFTableRow head = drawn.getRow(0);
    head.setRepeatHeader(true);
    for (int i = 0; i < columns.size(); i++) {
      cell(head, i, columns.get(i).heading(), columns.get(i).numeric()).setBold(true);
    }
    for (int r = 0; r < table.rows().size(); r++) {
      for (int i = 0; i < columns.size(); i++) {
        cell(drawn.getRow(r + 1), i, table.rows().get(r).get(i), columns.get(i).numeric());
      }
    }
    paragraph(0, 160);
  }

  private XWPFRun cell(XWPFTableRow row, int column, String text, boolean numeric) {
    XWPFParagraph paragraph = row.getCell(column).getParagraphs().getFirst();
    paragraph.setAlignment(numeric ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
    return run(paragraph, text, TABLE_FONT, SMALL);
  }

  private XWPFParagraph paragraph(int before, int after) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingBefore(before);
    paragraph.setSpacingAfter(after);
    return paragraph;
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int size) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(font);
    run.setFontSize(size);
    String[] lines = VisibleText.of(text).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i], i);
    }
    return run;
  }
}
