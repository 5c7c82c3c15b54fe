// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Report;
import org.meent.ethics.Mandate;
import org.meent.models.check.GateResult;
import org.meent.models.study.EffectAnalysis;
import org.meent.models.study.EffectResult;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.Protocol;

/**
 * The model card of a study: each planned effect in plain words, by the same numbers as the
 * researcher's report, and what the card may be used for. Inside only: nothing on it has passed the
 * gate. What {@code described} says of everybody is the card that is drawn from released figures.
 */
public final class StudyCard {
  /** Adjusted estimates come before plain ones. */
  private static final List<Method> PREFERRED =
      List.of(Method.CAUSAL_FOREST, Method.DOUBLY_ROBUST, Method.DIFFERENCE_IN_MEANS);

  private final Protocol protocol;
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  private StudyCard(Protocol protocol, Locale language) {
    this.protocol = protocol;
    this.texts = Texts.of(language);
  }

  /** The card in a language. */
  public static Report of(
      Mandate mandate, String run, SequencedMap<String, EffectResult> effects, Locale language) {
    StudyCard card = new StudyCard(mandate.protocol(), language);
    card.blocks.add(
        new Block.Finding(
            Block.Verdict.REVIEW, card.texts.get("fit.stamp"), card.texts.get("fit.stamp.text")));
    card.blocks.add(new Block.Heading(2, card.texts.get("fit.plain")));
    card.blocks.add(new Block.Paragraph(card.protocol.identity().laySummary()));
    effects.values().forEach(card::effect);
    card.paragraph("fit.plain.person");
    card.blocks.addAll(ConditionsOfUse.of(card.texts));
    card.paragraph("card.until", card.protocol.usableUntil());
    card.making(run);
    return new Report(
        card.texts.get("card.title", card.protocol.identity().title()),
        Report.Marking.INSIDE_ONLY,
        mandate.demonstration(),
        language,
        card.blocks);
  }

  private void effect(EffectResult effect) {
    AnalysisPlan.Effect plan =
        Objects.requireNonNull(protocol.analysis().estimated().get(effect.effect()));
    String outcome = protocol.cohort().label(plan.outcome());
    blocks.add(new Block.Heading(3, texts.get("report.effect", effect.effect())));
    paragraph("card.persons", effect.persons());
    Optional<Estimate> shown = shown(effect, plan);
    if (shown.isEmpty()) {
      paragraph("card.unknown", plan.arm(), plan.reference(), outcome);
      return;
    }
    Estimate main = shown.orElseThrow();
    Estimate.Estimated figures = (Estimate.Estimated) main.result();
    paragraph(
        "fit.plain." + direction(figures),
        plan.arm(),
        plan.reference(),
        outcome,
        FitCard.number(Math.abs(figures.value())),
        FitCard.number(figures.lower()),
        FitCard.number(figures.upper()));
    paragraph("fit.whom." + main.estimand(), plan.arm(), plan.reference());
    checks(effect, plan);
    List<List<String>> groups =
        effect.rows().stream()
            .filter(row -> !row.group().isEmpty())
            .filter(row -> row.method().equals(main.method()))
            .filter(row -> row.estimand().equals(main.estimand()))
            .map(this::group)
            .toList();
    if (!groups.isEmpty()) {
      paragraph("card.groups.text");
      blocks.add(
          new Block.Table(
              texts.get("card.groups", outcome),
              List.of(
                  new Column(texts.get("report.group"), false),
                  new Column(texts.get("card.found"), false),
                  new Column(texts.get("report.lower"), true),
                  new Column(texts.get("report.upper"), true)),
              groups));
    }
  }

  /** Whether anything beats one effect for everybody, and how many gates have doubts. */
  private void checks(EffectResult effect, AnalysisPlan.Effect plan) {
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

  private List<String> group(Estimate row) {
    String name =
        row.group().entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining(", "));
    return switch (row.result()) {
      case Estimate.Estimated figures ->
          List.of(
              name,
              texts.get("card.found." + direction(figures)),
              FitCard.number(figures.lower()),
              FitCard.number(figures.upper()));
      case Estimate.Refused _ -> List.of(name, texts.get("card.found.unknown"), "", "");
    };
  }

  /** The estimate over everybody that the gates looked at; or else adjusted first, as planned. */
  private static Optional<Estimate> shown(EffectResult effect, AnalysisPlan.Effect plan) {
    List<String> methods = new ArrayList<>(List.of(effect.checks().method()));
    PREFERRED.forEach(method -> methods.add(method.label()));
    for (String method : methods) {
      for (String estimand : plan.estimands()) {
        for (Estimate row : effect.rows()) {
          if (row.group().isEmpty()
              && row.method().equals(method)
              && row.estimand().equals(estimand)
              && !row.estimand().equals(EffectAnalysis.UNADJUSTED)
              && row.result() instanceof Estimate.Estimated) {
            return Optional.of(row);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String direction(Estimate.Estimated figures) {
    return figures.lower() > 0 ? "more" : figures.upper() < 0 ? "less" : "unknown";
  }

  private void making(String run) {
    blocks.add(new Block.Heading(2, texts.get("fit.making")));
    blocks.add(
        new Block.Table(
            texts.get("fit.making.table"),
            List.of(
                new Column(texts.get("fit.making.what"), false),
                new Column(texts.get("fit.making.value"), false)),
            List.of(
                List.of(
                    texts.get("card.protocol"),
                    protocol.identity().id() + " " + protocol.identity().version()),
                List.of(texts.get("card.run"), run),
                List.of(texts.get("fit.making.seed"), Long.toString(protocol.analysis().seed())))));
  }

  private void paragraph(String key, Object... args) {
    blocks.add(new Block.Paragraph(texts.get(key, args)));
  }
}
