// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;
import org.meent.ethics.Mandate;
import org.meent.models.check.GateResult;
import org.meent.models.study.EffectAnalysis;
import org.meent.models.study.EffectResult;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.Protocol;

/**
 * The card of a study's effects: in plain words what was found and what is not known, and what it
 * may be used for. Dutch and English come from the numbers of the report; inside only, because
 * nothing on it has passed the gate.
 */
public final class StudyCard {
  private final Protocol protocol;
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  private StudyCard(Protocol protocol, Texts texts) {
    this.protocol = protocol;
    this.texts = texts;
  }

  /** The card in a language. */
  public static Report of(
      Mandate mandate, SequencedMap<String, EffectResult> effects, Locale language) {
    StudyCard card = new StudyCard(mandate.protocol(), Texts.of(language));
    card.blocks.add(
        new Block.Finding(
            Block.Verdict.REVIEW, card.texts.get("fit.stamp"), card.texts.get("fit.stamp.text")));
    card.paragraph("study.plain.population", mandate.protocol().cohort().definition());
    effects.values().forEach(card::effect);
    card.paragraph("fit.plain.person");
    card.use();
    return new Report(
        card.texts.get("study.card", mandate.protocol().identity().title()),
        Report.Marking.INSIDE_ONLY,
        mandate.demonstration(),
        language,
        card.blocks);
  }

  private void effect(EffectResult effect) {
    AnalysisPlan.Effect plan =
        Objects.requireNonNull(protocol.analysis().effects().get(effect.effect()));
    String outcome = protocol.cohort().derived(plan.outcome()).label();
    blocks.add(new Block.Heading(2, outcome));
    Optional<Estimate> shown = shown(effect);
    if (shown.isEmpty()) {
      paragraph("study.plain.none", plan.arm(), plan.reference(), outcome);
      return;
    }
    Estimate row = shown.get();
    Estimate.Estimated figures = (Estimate.Estimated) row.result();
    String key = figures.lower() > 0 ? "more" : figures.upper() < 0 ? "less" : "unknown";
    paragraph(
        "fit.plain." + key,
        plan.arm(),
        plan.reference(),
        outcome,
        FitCard.number(Math.abs(figures.value())),
        FitCard.number(figures.lower()),
        FitCard.number(figures.upper()));
    paragraph("fit.whom." + row.estimand(), plan.arm(), plan.reference());
    effect
        .checks()
        .differences()
        .ifPresent(
            found ->
                paragraph(
                    found.found() ? "fit.pattern.found" : "fit.pattern.none",
                    plan.arm(),
                    effect.power().map(power -> FitCard.number(power.effect())).orElse("?")));
    long warned =
        effect.checks().gates().stream()
            .filter(gate -> gate.verdict() == GateResult.Verdict.WARNED)
            .filter(gate -> !gate.gate().equals("heterogeneity"))
            .count();
    if (warned > 0) {
      paragraph("fit.warned", warned);
    }
  }

  /** The figure that the gates looked at; a comparison that adjusts for nothing is no effect. */
  private static Optional<Estimate> shown(EffectResult effect) {
    return effect.rows().stream()
        .filter(row -> row.method().equals(effect.checks().method()))
        .filter(row -> row.group().isEmpty())
        .filter(row -> !row.estimand().equals(EffectAnalysis.UNADJUSTED))
        .filter(row -> row.result() instanceof Estimate.Estimated)
        .findFirst();
  }

  private void use() {
    blocks.add(new Block.Heading(2, texts.get("fit.use")));
    for (String key : List.of("groups", "person", "rank", "population", "expiry", "zero")) {
      paragraph("fit.use." + key);
    }
  }

  private void paragraph(String key, Object... args) {
    blocks.add(new Block.Paragraph(texts.get(key, args)));
  }
}
