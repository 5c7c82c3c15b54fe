// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.models.sensitivity.RobustnessValue;
import org.meent.models.study.EffectResult.Criterion;
import org.meent.models.study.MechanismFinding;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.MechanismPlan;
import org.meent.protocols.Protocol;

/**
 * The planned mechanisms of a study in the researcher's report: the parts of each effect, and the
 * assumptions that the protocol gave beside them.
 */
final class StudyMechanismSection {
  private final Texts texts;
  private final Protocol protocol;
  private final List<Block> blocks = new ArrayList<>();

  StudyMechanismSection(Texts texts, Protocol protocol) {
    this.texts = texts;
    this.protocol = protocol;
  }

  List<Block> blocks(Iterable<MechanismFinding> findings) {
    findings.forEach(this::mechanism);
    if (!blocks.isEmpty()) {
      blocks.addFirst(new Block.Paragraph(texts.get("mechanism.text")));
      blocks.addFirst(new Block.Heading(2, texts.get("mechanism.heading")));
      blocks.addAll(MechanismParts.assumptions(texts));
    }
    return List.copyOf(blocks);
  }

  private void mechanism(MechanismFinding finding) {
    String name = finding.values().effect();
    MechanismPlan plan =
        Objects.requireNonNull(protocol.analysis().further().mechanisms().get(name));
    Effect effect = Objects.requireNonNull(protocol.analysis().effects().get(plan.effect()));
    CohortPlan cohort = protocol.cohort();
    String mediator = cohort.label(plan.mediator());
    blocks.add(
        new Block.Heading(
            3,
            texts.get(
                "mechanism.study.of",
                name,
                cohort.label(effect.outcome()),
                mediator,
                effect.arm(),
                effect.reference())));
    paragraph("mechanism.study.whom", finding.values().persons());
    paragraph("mechanism.study.assumptions", plan.assumptions());
    paragraph("mechanism.study.never");
    if (cohort.derived(plan.mediator()).window().isEmpty()
        || cohort.knownAfter(effect.outcome()).isEmpty()) {
      blocks.add(
          new Block.Finding(
              Block.Verdict.NOT_RUN,
              texts.get("mechanism.time"),
              texts.get("mechanism.study.time", mediator)));
    }
    finding.strength().ifPresent(strength -> parts(finding, mediator, effect.arm(), strength));
    overlap(finding);
    finding.values().criteria().stream().filter(one -> !one.met()).forEach(this::refused);
    if (finding.strength().isEmpty()
        && finding.values().criteria().stream().allMatch(Criterion::met)) {
      refusedBy(finding);
    }
  }

  private void parts(
      MechanismFinding finding, String mediator, String arm, RobustnessValue strength) {
    List<MechanismParts.Part> parts = new ArrayList<>();
    for (Estimate row : finding.values().rows()) {
      switch (row.result()) {
        case Estimate.Estimated figures ->
            parts.add(
                new MechanismParts.Part(
                    figures.value(), figures.standardError(), figures.lower(), figures.upper()));
        case Estimate.Refused refused -> {
          refusedBy(finding);
          return;
        }
      }
    }
    blocks.addAll(new MechanismParts(mediator, arm, parts).blocks(texts, strength));
  }

  private void overlap(MechanismFinding finding) {
    if (!finding.values().criteria().isEmpty()) {
      blocks.add(
          new Block.Table(
              texts.get("mechanism.study.overlap"),
              List.of(
                  new Column(texts.get("report.criterion"), false),
                  new Column(texts.get("report.measured"), true),
                  new Column(texts.get("report.limit"), true),
                  new Column(texts.get("report.verdict"), false)),
              finding.values().criteria().stream().map(this::row).toList()));
    }
  }

  private List<String> row(Criterion criterion) {
    return List.of(
        criterion.limit(),
        Figures.decimals(criterion.measured(), 3),
        Figures.decimals(criterion.bound(), 3),
        texts.get(criterion.met() ? "report.met" : "report.not-met"));
  }

  private void refused(Criterion criterion) {
    blocks.add(
        new Block.Finding(
            Block.Verdict.FAIL,
            texts.get("mechanism.refused"),
            texts.get(
                "mechanism.refused.text",
                criterion.limit(),
                Figures.decimals(criterion.measured(), 3),
                Figures.decimals(criterion.bound(), 3))));
  }

  /** Refused by something that is no limit of overlap, or by another linkage. */
  private void refusedBy(MechanismFinding finding) {
    if (finding.through().result() instanceof Estimate.Refused(String reason)) {
      blocks.add(
          new Block.Finding(
              Block.Verdict.FAIL,
              texts.get("mechanism.refused"),
              texts.get("mechanism.study.refused", reason)));
    }
  }

  private void paragraph(String key, Object... args) {
    blocks.add(new Block.Paragraph(texts.get(key, args)));
  }
}
