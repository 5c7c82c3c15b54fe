// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.perturb.Comparison;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Report;
import org.meent.disclosure.table.AlternativeTables;

/** Ways to protect a table side by side: what each costs, and what an attacker finds out. */
public final class AlternativesReport {
  private static final MathContext DIGITS = new MathContext(3);

  private AlternativesReport() {}

  /** The report in a language. */
  public static Report of(AlternativeTables tables, Locale language) {
    Texts texts = Texts.of(language);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            texts.get("alternatives.summary", tables.table().size(), tables.sensitive())));
    if (!tables.recodings().isEmpty()) {
      blocks.addAll(RecodingSection.of(tables, texts));
    }
    if (!tables.comparisons().isEmpty()) {
      blocks.addAll(changed(tables, texts));
    }
    return new Report(
        texts.get("alternatives.title"), Report.Marking.INSIDE_ONLY, false, language, blocks);
  }

  /** The ways that change values. */
  private static List<Block> changed(AlternativeTables tables, Texts texts) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, texts.get("alternatives.changing")));
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(texts.get("alternatives.method"), false));
    columns.add(new Column(texts.get("alternatives.additive"), false));
    for (String name : List.of("changed", "mean", "largest", "known", "narrowed")) {
      columns.add(new Column(texts.get("alternatives." + name), true));
    }
    List<List<String>> rows =
        tables.comparisons().stream()
            .map(comparison -> row(comparison, tables.table().scale(), texts))
            .toList();
    blocks.add(new Block.Table(texts.get("alternatives.table"), columns, rows));
    for (String note : List.of("attacker", "noise", "choose")) {
      blocks.add(new Block.Paragraph(texts.get("alternatives." + note)));
    }
    return blocks;
  }

  private static List<String> row(Comparison comparison, int scale, Texts texts) {
    return List.of(
        texts.get("alternatives." + AlternativeTables.word(comparison.method())),
        texts.get(comparison.additive() ? "alternatives.yes" : "alternatives.no"),
        String.valueOf(comparison.changed()),
        BigDecimal.valueOf(comparison.meanChange())
            .scaleByPowerOfTen(-scale)
            .round(DIGITS)
            .toPlainString(),
        BigDecimal.valueOf(comparison.largestChange(), scale).toPlainString(),
        String.valueOf(comparison.known()),
        String.valueOf(comparison.narrowed()));
  }
}
