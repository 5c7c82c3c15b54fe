// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.microdata.MicrodataRisk;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Report;

/** How easily persons are found in records: for the inside, before records are used further. */
public final class RiskReport {
  private static final MathContext DIGITS = new MathContext(3);

  private final MicrodataRisk risk;
  private final Texts texts;

  private RiskReport(MicrodataRisk risk, Texts texts) {
    this.risk = risk;
    this.texts = texts;
  }

  /** The report in a language. */
  public static Report of(MicrodataRisk risk, List<String> keys, Locale language) {
    RiskReport report = new RiskReport(risk, Texts.of(language));
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            report.texts.get("risk.summary", risk.records(), String.join(", ", keys))));
    blocks.add(report.anonymity());
    blocks.add(new Block.Paragraph(report.individual()));
    risk.householdRisk()
        .ifPresent(
            mean ->
                blocks.add(new Block.Paragraph(report.texts.get("risk.household", share(mean)))));
    blocks.add(report.uniques());
    blocks.add(report.columns());
    blocks.add(new Block.Paragraph(report.texts.get("risk.limits")));
    return new Report(
        report.texts.get("risk.title"), Report.Marking.INSIDE_ONLY, false, language, blocks);
  }

  private Block.Table anonymity() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < MicrodataRisk.LEVELS.length; i++) {
      rows.add(
          List.of(
              String.valueOf(MicrodataRisk.LEVELS[i]),
              String.valueOf(risk.below()[i]),
              share(risk.below()[i] / (double) risk.records())));
    }
    return table("anonymity", List.of("k", "records", "share"), rows);
  }

  private String individual() {
    return texts.get(
        "risk.individual",
        number(risk.expected()),
        share(risk.expected() / risk.records()),
        risk.risky());
  }

  private Block.Table uniques() {
    List<List<String>> rows = new ArrayList<>();
    for (int size = 1; size < risk.uniques().length; size++) {
      rows.add(List.of(String.valueOf(size), String.valueOf(risk.uniques()[size])));
    }
    return table("uniques", List.of("size", "found"), rows);
  }

  private Block.Table columns() {
    List<List<String>> rows =
        risk.columns().stream()
            .map(column -> List.of(column.name(), share(column.share())))
            .toList();
    return table("columns", List.of("column", "share"), rows);
  }

  private Block.Table table(String name, List<String> columns, List<List<String>> rows) {
    List<Column> heads = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      heads.add(new Column(texts.get("risk." + columns.get(c)), c > 0));
    }
    return new Block.Table(texts.get("risk." + name), heads, rows);
  }

  private static String share(double part) {
    return number(100 * part) + " %";
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).toPlainString();
  }
}
