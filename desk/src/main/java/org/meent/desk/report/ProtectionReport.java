// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.protect.SuppressionPattern;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Report;
import org.meent.disclosure.table.HierarchicalTable;
import org.meent.disclosure.table.Hierarchy;
import org.meent.disclosure.table.ProtectedTable;

/** What was suppressed and why that protects; for the inside, since it tells what it protects. */
public final class ProtectionReport {
  private static final int MOST_SHOWN = 500;

  private final ProtectedTable result;
  private final Texts texts;

  private ProtectionReport(ProtectedTable result, Locale language) {
    this.result = result;
    this.texts = Texts.of(language);
  }

  /** The report in a language. */
  public static Report of(ProtectedTable result, Locale language) {
    ProtectionReport report = new ProtectionReport(result, language);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(report.summary()));
    blocks.add(report.verdict());
    blocks.add(new Block.Heading(2, report.texts.get("protection.suppressed")));
    blocks.add(report.suppressed());
    return new Report(
        report.texts.get("protection.title"), Report.Marking.INSIDE_ONLY, false, language, blocks);
  }

  private String summary() {
    SuppressionPattern pattern = result.pattern();
    return texts.get(
        "protection.summary",
        result.table().size(),
        pattern.primaries().length,
        pattern.secondaries().length,
        amount(result.secondaryValue()));
  }

  private Block.Finding verdict() {
    SuppressionPattern pattern = result.pattern();
    return new Block.Finding(
        Block.Verdict.PASS,
        texts.get("protection.standard", pattern.standard().name().toLowerCase(Locale.ROOT)),
        texts.get("protection.certified", pattern.certificate().size()));
  }

  private Block.Table suppressed() {
    HierarchicalTable table = result.table();
    List<Column> columns = new ArrayList<>();
    for (Hierarchy dimension : table.dimensions()) {
      columns.add(new Column(dimension.name(), false));
    }
    columns.add(new Column(texts.get("protection.value"), true));
    columns.add(new Column(texts.get("protection.status"), false));
    List<List<String>> rows = new ArrayList<>();
    add(rows, result.pattern().primaries(), texts.get("protection.primary"));
    add(rows, result.pattern().secondaries(), texts.get("protection.secondary"));
    int all = rows.size();
    String caption =
        all > MOST_SHOWN
            ? texts.get("protection.table.first", MOST_SHOWN, all)
            : texts.get("protection.table");
    return new Block.Table(caption, columns, rows.subList(0, Math.min(MOST_SHOWN, all)));
  }

  private void add(List<List<String>> rows, int[] cells, String status) {
    for (int cell : cells) {
      List<String> row = new ArrayList<>();
      for (int d = 0; d < result.table().dimensions().size(); d++) {
        row.add(result.table().code(cell, d));
      }
      row.add(amount(result.table().value(cell)));
      row.add(status);
      rows.add(row);
    }
  }

  private String amount(long value) {
    return BigDecimal.valueOf(value, result.table().scale()).toPlainString();
  }
}
