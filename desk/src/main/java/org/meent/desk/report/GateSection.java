// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.gate.Decision;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.gate.Judgement;
import org.meent.disclosure.repair.Advised;
import org.meent.disclosure.repair.Repair;
import org.meent.disclosure.report.Block;

/** What the gate said, output by output. */
final class GateSection {
  private static final int MOST_NAMED = 3;

  private final Texts texts;
  private final Locale language;

  GateSection(Texts texts, Locale language) {
    this.texts = texts;
    this.language = language;
  }

  /** One line per output. */
  Block.Table overview(Judgement judgement) {
    List<List<String>> rows = new ArrayList<>();
    for (Decision decision : judgement.decisions()) {
      rows.add(List.of(decision.output(), texts.get(Verdicts.key(decision))));
    }
    return new Block.Table(
        texts.get("report.gate.explained", judgement.ruleSet()),
        List.of(
            new Block.Column(texts.get("report.output"), false),
            new Block.Column(texts.get("report.verdict"), false)),
        rows);
  }

  /** The findings of one output: what was left out, what the checks found, how to repair it. */
  List<Block> findings(Decision decision, Advised advised) {
    List<Block> blocks = new ArrayList<>();
    decision
        .changes()
        .forEach(
            finding ->
                blocks.add(
                    new Block.Finding(
                        Block.Verdict.PASS,
                        texts.get("report.gate.change"),
                        finding.sentence(language) + " " + named(finding))));
    decision.findings().forEach(finding -> blocks.add(finding.block(language)));
    List<Repair> repairs = advised.of(decision.output());
    if (!repairs.isEmpty()) {
      blocks.add(new Block.Paragraph(texts.get("report.repairs") + ":"));
      blocks.addAll(RepairBlocks.of(repairs, language));
    }
    return blocks;
  }

  /** Which cells, in one line; the whole list stands in findings.json. */
  private String named(Finding finding) {
    List<String> cells = List.of(finding.subject().split("; ", -1));
    return cells.size() <= MOST_NAMED
        ? "(" + String.join("; ", cells) + ")"
        : "("
            + String.join("; ", cells.subList(0, MOST_NAMED))
            + "; "
            + texts.get("report.gate.more", cells.size() - MOST_NAMED)
            + ")";
  }
}
