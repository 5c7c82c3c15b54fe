// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Report;
import org.meent.models.check.GateResult;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.forest.ArmResult;
import org.meent.models.forest.FitResult;

/**
 * The model card of a fit on a file of one's own: in plain words what was found and what is not
 * known, what it may be used for, and then the figures. Dutch and English come from the same
 * numbers.
 */
public final class FitCard {
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
    card.stamp();
    card.plainWords();
    card.use();
    FitSection section = new FitSection(result, outcome, card.texts);
    result.arms().forEach(arm -> card.blocks.addAll(section.of(arm)));
    card.making();
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

  private void stamp() {
    blocks.add(
        new Block.Finding(
            Block.Verdict.REVIEW, texts.get("fit.stamp"), texts.get("fit.stamp.text")));
  }

  private void plainWords() {
    blocks.add(new Block.Heading(2, texts.get("fit.plain")));
    blocks.add(new Block.Paragraph(texts.get("fit.rows", result.frame().rows())));
    String reference = result.frame().arms().getFirst();
    for (ArmResult arm : result.arms()) {
      EffectEstimate shown = arm.estimates().getFirst();
      String key = shown.lower() > 0 ? "more" : shown.upper() < 0 ? "less" : "unknown";
      paragraph(
          "fit.plain." + key,
          arm.arm(),
          reference,
          outcome,
          number(Math.abs(shown.value())),
          number(shown.lower()),
          number(shown.upper()));
      paragraph("fit.whom." + shown.estimand().label(), arm.arm(), reference);
      boolean pattern = arm.checks().patternFound();
      paragraph(
          pattern ? "fit.pattern.found" : "fit.pattern.none",
          arm.arm(),
          number(arm.checks().power().effect()));
      long warned =
          arm.checks().gates().stream()
              .filter(gate -> gate.verdict() == GateResult.Verdict.WARNED)
              .filter(gate -> !gate.gate().equals("heterogeneity"))
              .count();
      if (warned > 0) {
        paragraph("fit.warned", warned);
      }
    }
    paragraph("fit.plain.person");
  }

  private void use() {
    blocks.addAll(ConditionsOfUse.of(texts));
    result.notes().forEach(note -> blocks.add(new Block.Paragraph(note)));
  }

  private void making() {
    blocks.add(new Block.Heading(2, texts.get("fit.making")));
    List<List<String>> rows =
        List.of(
            row("fit.making.trees", String.valueOf(result.job().model().forest().trees())),
            row("fit.making.folds", String.valueOf(result.job().model().folds())),
            row("fit.making.seed", String.valueOf(result.job().model().forest().seed())),
            row("fit.making.interval", result.job().interval().label()),
            row("fit.making.covariates", String.join(", ", result.frame().names())),
            row("fit.making.hash", result.hash()));
    blocks.add(
        new Block.Table(
            texts.get("fit.making.table"),
            List.of(
                new Column(texts.get("fit.making.what"), false),
                new Column(texts.get("fit.making.value"), false)),
            rows));
  }

  private List<String> row(String key, String value) {
    return List.of(texts.get(key), value);
  }

  private void paragraph(String key, Object... args) {
    blocks.add(new Block.Paragraph(texts.get(key, args)));
  }
}
