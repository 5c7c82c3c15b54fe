// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Figure;
import org.meent.models.study.EffectResult;

/** One planned effect in the researcher's report: answers, refusals, and what they rest on. */
final class EffectSection {
  private final Texts texts;
  private final String outcome;
  private final EffectWords words;

  EffectSection(Texts texts, String outcome) {
    this.texts = texts;
    this.outcome = outcome;
    this.words = new EffectWords(texts);
  }

  List<Block> blocks(EffectResult effect) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, texts.get("report.effect", effect.effect())));
    blocks.add(new Block.Paragraph(texts.get("report.effect.persons", effect.persons(), outcome)));
    blocks.add(new Block.Paragraph(power(effect)));
    for (Estimate row : effect.rows()) {
      if (row.result() instanceof Estimate.Refused refused) {
        blocks.add(
            new Block.Finding(
                Block.Verdict.FAIL,
                words.name(row),
                texts.get(
                    "report.effect.refused",
                    row.estimand().toUpperCase(java.util.Locale.ROOT),
                    refused.reason())));
      }
    }
    blocks.add(new EffectTable(texts, outcome).of(effect.rows()));
    blocks.add(new Block.Picture(texts.get("report.effect.figure", outcome), intervals(effect)));
    blocks.addAll(new EffectGateSection(texts, outcome).blocks(effect));
    if (!effect.criteria().isEmpty()) {
      blocks.add(new Block.Heading(3, texts.get("report.overlap")));
      blocks.add(new Block.Paragraph(texts.get("report.overlap.explained")));
      blocks.add(criteria(effect));
      blocks.add(new Block.Picture(texts.get("report.overlap.figure"), histogram(effect)));
    }
    if (!effect.balance().isEmpty()) {
      blocks.add(new Block.Heading(3, texts.get("report.balance")));
      blocks.add(new Block.Picture(texts.get("report.balance.figure"), balance(effect)));
    }
    return blocks;
  }

  private String power(EffectResult effect) {
    return effect
        .power()
        .map(
            found ->
                texts.get(
                    "report.power",
                    FitCard.number(found.effect()),
                    Figures.decimals(found.standardised(), 3)))
        .orElse(texts.get("report.power.none"));
  }

  private Figure intervals(EffectResult effect) {
    List<Figure.Line> lines = new ArrayList<>();
    for (Estimate row : effect.rows()) {
      if (row.result() instanceof Estimate.Estimated figures) {
        lines.add(EffectWords.line(words.name(row), figures, row.standing()));
      }
    }
    return new Figure.Intervals(outcome, 0, lines);
  }

  private Block.Table criteria(EffectResult effect) {
    List<List<String>> rows = new ArrayList<>();
    for (EffectResult.Criterion criterion : effect.criteria()) {
      rows.add(
          List.of(
              criterion.method(),
              criterion.estimand(),
              criterion.limit(),
              Figures.share(criterion.measured()),
              Figures.share(criterion.bound()),
              texts.get(criterion.met() ? "report.met" : "report.not-met")));
    }
    return new Block.Table(
        texts.get("report.overlap.table"),
        List.of(
            new Block.Column(texts.get("report.method"), false),
            new Block.Column(texts.get("report.estimand"), false),
            new Block.Column(texts.get("report.criterion"), false),
            new Block.Column(texts.get("report.measured"), true),
            new Block.Column(texts.get("report.limit"), true),
            new Block.Column(texts.get("report.verdict"), false)),
        rows);
  }

  private Figure histogram(EffectResult effect) {
    EffectResult.Spread spread = effect.propensities();
    List<Double> edges = new ArrayList<>();
    for (int i = 0; i <= spread.treated().size(); i++) {
      edges.add(i / (double) spread.treated().size());
    }
    Estimate any = effect.rows().getFirst();
    return new Figure.MirroredHistogram(
        texts.get("report.propensity"),
        edges,
        any.arm(),
        spread.treated(),
        any.reference(),
        spread.controls());
  }

  private Figure balance(EffectResult effect) {
    return new Figure.Dots(
        texts.get("report.smd"),
        0.1,
        texts.get("report.balance.before"),
        texts.get("report.balance.after"),
        effect.balance().stream()
            .map(row -> new Figure.Dot(row.covariate(), row.before(), row.after()))
            .toList());
  }
}
