// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.models.study.FindingLine;
import org.meent.models.study.FindingLine.Kind;
import org.meent.models.study.FurtherFindings;

/** What errors of measurement would do to a planned effect, in the researcher's report. */
final class ErrorSection {
  private final Texts texts;

  ErrorSection(Texts texts) {
    this.texts = texts;
  }

  List<Block> blocks(String effect, FurtherFindings further) {
    List<FindingLine> lines = further.errors().getOrDefault(effect, List.of());
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(3, texts.get("errors.heading", effect)));
    boolean fragile = further.fragile(effect);
    blocks.add(
        new Block.Finding(
            fragile ? Block.Verdict.REVIEW : Block.Verdict.PASS,
            texts.get(fragile ? "further.stamp.fragile" : "errors.sound"),
            texts.get(fragile ? "further.stamp.fragile.effect" : "errors.sound.text", effect)));
    blocks.add(new Block.Paragraph(texts.get("errors.text")));
    table(blocks, lines, Kind.SCORE_ERROR, "score");
    table(blocks, lines, Kind.RECORD_ERROR, "record");
    table(blocks, lines, Kind.RATER, "rater");
    lines.stream()
        .filter(line -> line.kind() == Kind.NOT_RUN)
        .forEach(
            line ->
                blocks.add(
                    new Block.Finding(
                        Block.Verdict.NOT_RUN, texts.get("errors.not-run"), line.subject())));
    return blocks;
  }

  private void table(List<Block> blocks, List<FindingLine> all, Kind kind, String key) {
    List<FindingLine> lines = all.stream().filter(line -> line.kind() == kind).toList();
    if (lines.isEmpty()) {
      return;
    }
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(texts.get("errors." + key + ".subject"), false));
    for (int k = 0; k < lines.getFirst().figures().size(); k++) {
      columns.add(new Column(texts.get("errors." + key + "." + (k + 1)), true));
    }
    columns.add(new Column(texts.get("further.grid.turns.heading"), false));
    List<List<String>> rows = new ArrayList<>();
    for (FindingLine line : lines) {
      List<String> row = new ArrayList<>(List.of(line.subject()));
      line.figures().forEach(figure -> row.add(FitCard.number(figure)));
      row.add(texts.get(line.turns() ? "further.grid.yes" : "further.grid.no"));
      rows.add(row);
    }
    blocks.add(new Block.Table(texts.get("errors." + key), columns, rows));
  }
}
