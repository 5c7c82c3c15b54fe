// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import org.meent.desk.text.Texts;
import org.meent.disclosure.gate.Decision;
import org.meent.disclosure.repair.Advised;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;
import org.meent.ethics.Mandate;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.study.AnalysisRegister;
import org.meent.models.study.EffectResult;
import org.meent.models.study.ExitResult;
import org.meent.models.study.FurtherFindings;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.yaml.Words;

/** What a run found, for the researcher, inside only: nothing on it has passed the gate. */
public final class ResearcherReport {
  private ResearcherReport() {}

  /** The report in a language. */
  public static Report of(
      Mandate mandate,
      String run,
      String build,
      Cohort cohort,
      SequencedMap<String, EffectResult> effects,
      SequencedMap<String, ExitResult> exits,
      FurtherFindings further,
      Advised advised,
      Locale language) {
    Texts texts = Texts.of(language);
    Protocol protocol = mandate.protocol();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(texts.get("report.inside")));
    blocks.addAll(study(protocol, run, build, texts));
    blocks.addAll(new FlowSection(texts).blocks(cohort.flows()));
    blocks.addAll(
        new RegisterSection(texts).blocks(AnalysisRegister.of(protocol, effects, exits, further)));
    blocks.addAll(new FamilySection(texts, protocol, effects).blocks());
    for (String name : protocol.analysis().effects().sequencedKeySet()) {
      EffectResult effect = Objects.requireNonNull(effects.get(name));
      blocks.addAll(new EffectSection(texts, outcome(protocol, name)).blocks(effect));
      blocks.addAll(new HarmSection(texts, protocol).blocks(name, effects));
      blocks.addAll(new ErrorSection(texts).blocks(name, further));
    }
    exits.values().forEach(result -> blocks.addAll(new ExitSection(texts).blocks(result)));
    PolicySection policies = new PolicySection(texts, protocol);
    further.policies().forEach((name, finding) -> blocks.addAll(policies.blocks(name, finding)));
    blocks.addAll(new StudyMechanismSection(texts, protocol).blocks(further.mechanisms().values()));
    GateSection gate = new GateSection(texts, language);
    blocks.add(new Block.Heading(2, texts.get("report.gate")));
    blocks.add(gate.overview(advised.judgement()));
    for (Decision decision : advised.judgement().decisions()) {
      blocks.add(new Block.Heading(3, decision.output()));
      blocks.addAll(gate.findings(decision, advised));
    }
    blocks.add(new Block.Heading(2, texts.get("report.not-checked")));
    blocks.add(new Block.Paragraph(texts.get("report.not-checked.list")));
    return new Report(
        texts.get("report.title", protocol.identity().title()),
        Report.Marking.INSIDE_ONLY,
        mandate.demonstration(),
        language,
        blocks);
  }

  private static String outcome(Protocol protocol, String effect) {
    AnalysisPlan.Effect planned = Objects.requireNonNull(protocol.analysis().effects().get(effect));
    return protocol.cohort().label(planned.outcome());
  }

  private static List<Block> study(Protocol protocol, String run, String build, Texts texts) {
    return List.of(
        new Block.Heading(2, texts.get("report.study")),
        new Block.Paragraph(protocol.identity().laySummary()),
        new Block.Paragraph(
            texts.get(
                "report.study.line",
                protocol.identity().id(),
                protocol.identity().version(),
                protocol.purpose().label(),
                protocol.cohort().definition())),
        new Block.Paragraph(
            texts.get(
                "report.study.run",
                run,
                build,
                Words.of(protocol.cohort().assignment()),
                protocol.cohort().design().label(),
                protocol.cohort().design().index().days())));
  }
}
