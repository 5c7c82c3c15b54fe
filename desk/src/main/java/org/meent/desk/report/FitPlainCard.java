// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Figure;
import org.meent.disclosure.report.Report;
import org.meent.models.check.GateResult;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.EffectFamily;
import org.meent.models.forest.DoseResult;
import org.meent.models.quasi.DesignResult;
import org.meent.models.quasi.DesignResult.Line;

/**
 * The card of a fit without arms: an amount of treatment, a cutoff, a panel or an instrument. It
 * says whose effect was estimated before it says how large it is.
 */
public final class FitPlainCard {
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  private FitPlainCard(Texts texts) {
    this.texts = texts;
  }

  /** The card of a design. */
  public static Report of(DesignResult result, String outcome, Locale language) {
    FitPlainCard card = new FitPlainCard(Texts.of(language));
    card.words("fit.design." + result.design(), result.notes());
    card.effects(outcome, result.estimates());
    card.gates(result.gates());
    card.measures(result.measures());
    return card.report(outcome, language);
  }

  /** The card of an amount of treatment. */
  public static Report of(DoseResult result, String outcome, Locale language) {
    FitPlainCard card = new FitPlainCard(Texts.of(language));
    card.words("fit.design.dose", result.notes());
    List<Line> lines = new ArrayList<>();
    result.estimates().forEach(e -> lines.add(line(e.estimand().label(), e)));
    result.family().members().stream()
        .skip(1)
        .map(EffectFamily.Adjusted::estimate)
        .forEach(e -> lines.add(line(e.group(), e)));
    card.effects(outcome, lines);
    card.blocks.addAll(FamilyTable.of(result.family().members(), card.texts));
    card.gates(result.gates());
    return card.report(outcome, language);
  }

  private static Line line(String name, EffectEstimate e) {
    return new Line(name, e.value(), e.se(), e.lower(), e.upper());
  }

  private Report report(String outcome, Locale language) {
    return new Report(
        texts.get("fit.title", outcome), Report.Marking.INSIDE_ONLY, false, language, blocks);
  }

  private void words(String key, List<String> notes) {
    blocks.add(
        new Block.Finding(
            Block.Verdict.REVIEW, texts.get("fit.stamp"), texts.get("fit.stamp.text")));
    blocks.add(new Block.Heading(2, texts.get("fit.plain")));
    blocks.add(new Block.Paragraph(texts.get(key)));
    blocks.add(new Block.Paragraph(texts.get("fit.plain.person")));
    blocks.addAll(ConditionsOfUse.of(texts));
    notes.forEach(note -> blocks.add(new Block.Paragraph(note)));
  }

  private void effects(String outcome, List<Line> lines) {
    List<Figure.Line> drawn =
        lines.stream()
            .filter(line -> Double.isFinite(line.lower()) && Double.isFinite(line.upper()))
            .map(line -> new Figure.Line(line.name(), line.value(), line.lower(), line.upper()))
            .toList();
    if (!drawn.isEmpty()) {
      blocks.add(
          new Block.Picture(
              texts.get("report.effect.figure", outcome), new Figure.Intervals(outcome, 0, drawn)));
    }
    blocks.add(
        EstimateTable.of(
            outcome,
            lines.stream()
                .map(
                    line ->
                        List.of(
                            line.name(),
                            number(line.value()),
                            number(line.se()),
                            number(line.lower()),
                            number(line.upper())))
                .toList(),
            texts));
  }

  private void gates(List<GateResult> gates) {
    blocks.add(new Block.Heading(2, texts.get("fit.gates")));
    gates.forEach(gate -> blocks.add(GateFinding.of(gate, texts)));
  }

  private void measures(List<DesignResult.Measure> measures) {
    blocks.add(
        new Block.Table(
            texts.get("fit.making.table"),
            List.of(
                new Column(texts.get("fit.making.what"), false),
                new Column(texts.get("fit.making.value"), true)),
            measures.stream().map(m -> List.of(m.name(), number(m.value()))).toList()));
  }

  private String number(double value) {
    return Double.isFinite(value) ? FitCard.number(value) : texts.get("fit.beyond-measure");
  }
}
