// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Figure;
import org.meent.models.study.EffectResult;

/** One planned effect in the researcher's report: answers, refusals, and what they rest on. */
final class EffectSection {
  private final Texts texts;
  private final String outcome;

  EffectSection(Texts texts, String outcome) {
    this.texts = texts;
    this.outcome = outcome;
  }

  List<Block> blocks(EffectResult effect) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, texts.get("report.effect", effect.effect())));
    blocks.add(new Block.Paragraph(texts.get("report.effect.persons", effect.persons(), outcome)));
    for (Estimate row : effect.rows()) {
      if (row.result() instanceof Estimate.Refused refused) {
        blocks.add(
            new Block.Finding(
                Block.Verdict.FAIL,
                name(row),
                texts.get(
                    "report.effect.refused",
                    row.estimand().toUpperCase(java.util.Locale.ROOT),
                    refused.reason())));
      }
    }
    blocks.add(estimates(effect));
    blocks.add(new Block.Picture(texts.get("report.effect.figure", outcome), intervals(effect)));
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

  private Block.Table estimates(EffectResult effect) {
    List<List<String>> rows = new ArrayList<>();
    for (Estimate row : effect.rows()) {
      List<String> cells =
          new ArrayList<>(List.of(row.method(), row.estimand(), group(row.group())));
      switch (row.result()) {
        case Estimate.Estimated figures ->
            cells.addAll(
                List.of(
                    Figures.amount(figures.value()),
                    Figures.amount(figures.standardError()),
                    Figures.amount(figures.lower()),
                    Figures.amount(figures.upper())));
        case Estimate.Refused refused ->
            cells.addAll(List.of(texts.get("report.refused"), "", "", ""));
      }
      cells.add(Long.toString(row.evidence().treated()));
      cells.add(Long.toString(row.evidence().controls()));
      rows.add(cells);
    }
    return new Block.Table(
        texts.get("report.effect.table", outcome),
        List.of(
            new Block.Column(texts.get("report.method"), false),
            new Block.Column(texts.get("report.estimand"), false),
            new Block.Column(texts.get("report.group"), false),
            new Block.Column(texts.get("report.value"), true),
            new Block.Column(texts.get("report.se"), true),
            new Block.Column(texts.get("report.lower"), true),
            new Block.Column(texts.get("report.upper"), true),
            new Block.Column(texts.get("report.treated"), true),
            new Block.Column(texts.get("report.controls"), true)),
        rows);
  }

  private Figure intervals(EffectResult effect) {
    List<Figure.Line> lines = new ArrayList<>();
    for (Estimate row : effect.rows()) {
      if (row.result() instanceof Estimate.Estimated figures) {
        lines.add(new Figure.Line(name(row), figures.value(), figures.lower(), figures.upper()));
      }
    }
    return new Figure.Intervals(outcome, 0, lines);
  }

  private Block.Table criteria(EffectResult effect) {
    List<List<String>> rows = new ArrayList<>();
    for (EffectResult.Criterion criterion : effect.criteria()) {
      rows.add(
          List.of(
              criterion.estimand(),
              criterion.limit(),
              Figures.share(criterion.measured()),
              Figures.share(criterion.bound()),
              texts.get(criterion.met() ? "report.met" : "report.not-met")));
    }
    return new Block.Table(
        texts.get("report.overlap.table"),
        List.of(
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

  private String name(Estimate row) {
    String of = row.method() + ", " + row.estimand();
    return row.group().isEmpty() ? of : of + ", " + group(row.group());
  }

  private String group(SortedMap<String, String> group) {
    List<String> parts = new ArrayList<>();
    group.forEach((variable, code) -> parts.add(variable + " = " + code));
    return parts.isEmpty() ? texts.get("report.everybody") : String.join(", ", parts);
  }
}
