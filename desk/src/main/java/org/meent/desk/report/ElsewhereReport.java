// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.elsewhere.Checked;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Report;
import org.meent.disclosure.rule.RuleSet;

/** What was found in outputs that were made elsewhere, and how they can be repaired. */
public final class ElsewhereReport {
  private final Texts texts;
  private final Locale language;

  private ElsewhereReport(Locale language) {
    this.language = language;
    texts = Texts.of(language);
  }

  /** The report in a language. */
  public static Report of(RuleSet rules, List<Checked> outputs, Locale language) {
    ElsewhereReport report = new ElsewhereReport(language);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            report.texts.get("elsewhere.explained", outputs.size(), rules.title(language))));
    blocks.add(report.overview(outputs));
    outputs.forEach(output -> blocks.addAll(report.output(output)));
    return new Report(
        report.texts.get("elsewhere.title"), Report.Marking.INSIDE_ONLY, false, language, blocks);
  }

  private Block.Table overview(List<Checked> outputs) {
    List<List<String>> rows = new ArrayList<>();
    for (Checked output : outputs) {
      rows.add(List.of(output.output(), output.kind(), word(output), output.made().status()));
    }
    return new Block.Table(
        texts.get("elsewhere.overview"),
        List.of(
            column("report.output"),
            column("elsewhere.kind"),
            column("report.verdict"),
            column("elsewhere.made")),
        rows);
  }

  private Column column(String key) {
    return new Column(texts.get(key), false);
  }

  private String word(Checked output) {
    return texts.get("elsewhere.word." + output.verdict().name().toLowerCase(Locale.ROOT));
  }

  private List<Block> output(Checked output) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, output.output()));
    blocks.add(new Block.Paragraph(word(output) + "."));
    output.findings().forEach(finding -> blocks.add(finding.block(language)));
    if (!output.repairs().isEmpty()) {
      blocks.add(new Block.Heading(3, texts.get("report.repairs")));
      blocks.addAll(RepairBlocks.of(output.repairs(), language));
    }
    return blocks;
  }
}
