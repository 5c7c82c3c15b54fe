// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.report.Block;
import org.meent.models.study.EffectResult;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.yaml.Words;

/**
 * What stands beside a planned effect: possible harm, as far as it is measured, and what is not.
 */
final class HarmSection {
  private final Texts texts;
  private final Protocol protocol;

  HarmSection(Texts texts, Protocol protocol) {
    this.texts = texts;
    this.protocol = protocol;
  }

  /** The blocks of a planned effect; none where the protocol says nothing of harm. */
  List<Block> blocks(String effect, SequencedMap<String, EffectResult> effects) {
    AnalysisPlan plan = protocol.analysis();
    List<Block> blocks = new ArrayList<>();
    if (plan.harm().measures().isEmpty()) {
      return blocks;
    }
    blocks.add(new Block.Heading(3, texts.get("harm.title", effect)));
    blocks.add(new Block.Paragraph(texts.get("harm.text")));
    List<List<String>> rows = new ArrayList<>();
    plan.harms(effect)
        .forEach(
            (name, planned) -> {
              String outcome = protocol.cohort().label(planned.outcome());
              for (Estimate row : Objects.requireNonNull(effects.get(name)).rows()) {
                rows.add(row(outcome, row));
              }
            });
    if (!rows.isEmpty()) {
      blocks.add(new Block.Table(texts.get("harm.table"), columns(), rows));
    }
    plan.harm()
        .unmeasured()
        .forEach(
            (harm, why) ->
                blocks.add(
                    new Block.Finding(
                        Block.Verdict.NOT_RUN,
                        texts.get("harm." + Words.of(harm)),
                        texts.get("harm.not-measured", why))));
    return blocks;
  }

  private List<String> row(String outcome, Estimate row) {
    List<String> cells =
        new ArrayList<>(List.of(outcome, row.method(), row.estimand(), group(row)));
    switch (row.result()) {
      case Estimate.Estimated figures -> {
        cells.add(Figures.share(figures.value()));
        cells.add(Figures.share(figures.lower()));
        cells.add(Figures.share(figures.upper()));
      }
      case Estimate.Refused refused ->
          cells.addAll(List.of(texts.get("report.refused") + ": " + refused.reason(), "", ""));
    }
    cells.add(Long.toString(row.evidence().treated()));
    cells.add(Long.toString(row.evidence().controls()));
    return cells;
  }

  private String group(Estimate row) {
    List<String> parts = new ArrayList<>();
    row.group().forEach((variable, code) -> parts.add(variable + " = " + code));
    return parts.isEmpty() ? texts.get("report.everybody") : String.join(", ", parts);
  }

  private List<Block.Column> columns() {
    return List.of(
        new Block.Column(texts.get("harm.outcome"), false),
        new Block.Column(texts.get("report.method"), false),
        new Block.Column(texts.get("report.estimand"), false),
        new Block.Column(texts.get("report.group"), false),
        new Block.Column(texts.get("report.value"), true),
        new Block.Column(texts.get("report.lower"), true),
        new Block.Column(texts.get("report.upper"), true),
        new Block.Column(texts.get("report.treated"), true),
        new Block.Column(texts.get("report.controls"), true));
  }
}
