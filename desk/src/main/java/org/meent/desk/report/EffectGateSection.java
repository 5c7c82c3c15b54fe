// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Figure;
import org.meent.models.study.Differences;
import org.meent.models.study.EffectChecks;
import org.meent.models.study.EffectResult;

/** The gates of a planned effect, and whether it differs between people. */
final class EffectGateSection {
  private static final double WIDE = 1.96;

  private final Texts texts;
  private final String outcome;

  EffectGateSection(Texts texts, String outcome) {
    this.texts = texts;
    this.outcome = outcome;
  }

  List<Block> blocks(EffectResult effect) {
    List<Block> blocks = new ArrayList<>();
    EffectChecks checks = effect.checks();
    blocks.add(new Block.Heading(3, texts.get("fit.gates")));
    boolean answered = !checks.method().isEmpty();
    blocks.add(
        new Block.Paragraph(
            answered
                ? texts.get("study.gates.method", checks.method())
                : texts.get("study.gates.no-answer")));
    checks.gates().forEach(gate -> blocks.add(GateFinding.inStudy(gate, answered, texts)));
    checks.differences().ifPresent(found -> blocks.addAll(differences(effect, found)));
    return blocks;
  }

  private List<Block> differences(EffectResult effect, Differences found) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(3, texts.get("study.differences")));
    blocks.add(new Block.Paragraph(sentence(effect, found)));
    blocks.add(
        new Block.Paragraph(
            texts.get(
                "study.differences.tests",
                FitCard.number(found.calibration().mean()),
                FitCard.number(found.calibration().differences()),
                Figures.decimals(found.calibration().p(), 3),
                Figures.decimals(found.baseline().p(), 3))));
    if (found.found()) {
      found.projection().ifPresent(terms -> blocks.add(projection(terms)));
      found.targeting().ifPresent(curve -> blocks.add(targeting(curve)));
    }
    return blocks;
  }

  /**
   * Where no pattern was found: what could have been seen, and the one effect with its interval.
   */
  private String sentence(EffectResult effect, Differences found) {
    if (found.found()) {
      return texts.get("study.pattern.found");
    }
    Optional<Estimate.Estimated> everybody =
        effect.rows().stream()
            .filter(row -> row.method().equals(effect.checks().method()))
            .filter(row -> row.group().isEmpty())
            .flatMap(row -> Optional.of(row.result()).stream())
            .filter(Estimate.Estimated.class::isInstance)
            .map(Estimate.Estimated.class::cast)
            .findFirst();
    return texts.get(
        "study.pattern.none",
        effect.power().map(power -> FitCard.number(power.effect())).orElse("?"),
        everybody.map(figures -> FitCard.number(figures.value())).orElse("?"),
        everybody.map(figures -> FitCard.number(figures.lower())).orElse("?"),
        everybody.map(figures -> FitCard.number(figures.upper())).orElse("?"));
  }

  private Block projection(Differences.Projection projection) {
    return new Block.Table(
        texts.get("study.projection", Figures.decimals(projection.p(), 3)),
        List.of(
            new Block.Column(texts.get("study.projection.term"), false),
            new Block.Column(texts.get("report.value"), true),
            new Block.Column(texts.get("report.se"), true)),
        projection.terms().stream()
            .map(
                term ->
                    List.of(term.name(), FitCard.number(term.value()), FitCard.number(term.se())))
            .toList());
  }

  private Block targeting(org.meent.models.heterogeneity.TargetingCurve curve) {
    List<Figure.Line> lines =
        curve.curve().stream()
            .filter(point -> point.share() < 1)
            .map(
                point ->
                    new Figure.Line(
                        Math.round(100 * point.share()) + " %",
                        point.value(),
                        point.value() - WIDE * point.se(),
                        point.value() + WIDE * point.se()))
            .toList();
    return new Block.Picture(
        texts.get(
            "fit.targeting.figure", FitCard.number(curve.autoc()), FitCard.number(curve.autocSe())),
        new Figure.Intervals(outcome, 0, lines));
  }
}
