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
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.forest.ArmResult;
import org.meent.models.forest.FitResult;

/** The model card of a fit on a file of one's own: what was found, what it may be used for. */
public final class FitCard {
  private static final double BALANCE_LIMIT = 0.1;

  private final FitResult result;
  private final String outcome;
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  private FitCard(FitResult result, String outcome, Locale language) {
    this.result = result;
    this.outcome = outcome;
    this.texts = Texts.of(language);
  }

  /** The card in a language. */
  public static Report of(FitResult result, String outcome, Locale language) {
    FitCard card = new FitCard(result, outcome, language);
    card.use();
    result.arms().forEach(card::arm);
    return new Report(
        card.texts.get("fit.title", outcome),
        Report.Marking.INSIDE_ONLY,
        false,
        language,
        card.blocks);
  }

  /** A number with as many decimals as leave four digits to see. */
  public static String number(double value) {
    double size = Math.abs(value);
    int digits = size >= 1000 ? 1 : size >= 10 ? 2 : 4;
    return Figures.decimals(value, digits);
  }

  private void use() {
    blocks.add(new Block.Paragraph(texts.get("fit.rows", result.frame().rows())));
    blocks.add(new Block.Heading(2, texts.get("fit.use")));
    blocks.add(new Block.Paragraph(texts.get("fit.use.text")));
    result.notes().forEach(note -> blocks.add(new Block.Paragraph(note)));
  }

  private void arm(ArmResult arm) {
    String reference = result.frame().arms().getFirst();
    blocks.add(new Block.Heading(2, texts.get("fit.arm", arm.arm(), reference)));
    List<Figure.Line> lines = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    EffectEstimate raw = arm.raw().estimate();
    add(lines, rows, texts.get("fit.raw"), raw);
    arm.estimates().forEach(e -> add(lines, rows, e.estimand().label(), e));
    blocks.add(
        new Block.Picture(
            texts.get("report.effect.figure", outcome), new Figure.Intervals(outcome, 0, lines)));
    blocks.add(
        new Block.Table(
            texts.get("report.effect.table", outcome),
            List.of(
                new Column(texts.get("report.estimand"), false),
                new Column(texts.get("report.value"), true),
                new Column(texts.get("report.se"), true),
                new Column(texts.get("report.lower"), true),
                new Column(texts.get("report.upper"), true)),
            rows));
    blocks.add(new Block.Heading(3, texts.get("report.overlap")));
    blocks.add(overlap(arm));
    blocks.add(new Block.Heading(3, texts.get("report.balance")));
    blocks.add(
        new Block.Picture(
            texts.get("report.balance.figure"),
            new Figure.Dots(
                texts.get("report.smd"),
                BALANCE_LIMIT,
                texts.get("report.balance.before"),
                texts.get("report.balance.after"),
                arm.balance().stream()
                    .map(b -> new Figure.Dot(b.covariate(), b.before(), b.after()))
                    .toList())));
  }

  private static void add(
      List<Figure.Line> lines, List<List<String>> rows, String name, EffectEstimate e) {
    lines.add(new Figure.Line(name, e.value(), e.lower(), e.upper()));
    rows.add(
        List.of(name, number(e.value()), number(e.se()), number(e.lower()), number(e.upper())));
  }

  private Block.Table overlap(ArmResult arm) {
    List<List<String>> rows = new ArrayList<>();
    for (OverlapVerdict verdict : arm.verdicts()) {
      for (OverlapVerdict.Measure measure : verdict.measures()) {
        rows.add(
            List.of(
                verdict.estimand().label(),
                measure.criterion(),
                Figures.share(measure.measured()),
                Figures.share(measure.limit()),
                texts.get(measure.holds() ? "report.met" : "report.not-met")));
      }
    }
    return new Block.Table(
        texts.get("report.overlap.table"),
        List.of(
            new Column(texts.get("report.estimand"), false),
            new Column(texts.get("report.criterion"), false),
            new Column(texts.get("report.measured"), true),
            new Column(texts.get("report.limit"), true),
            new Column(texts.get("report.verdict"), false)),
        rows);
  }
}
