// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.gate.Decision;
import org.meent.disclosure.gate.Judgement;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.repair.Advised;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;
import org.meent.ethics.Mandate;
import org.meent.ethics.Waiver;
import org.meent.protocols.Protocol;

/** What an output checker needs to read before deciding: what is asked out, and what was found. */
public final class CheckerExplanation {
  private CheckerExplanation() {}

  /** The explanation in a language. */
  public static Report of(Mandate mandate, Advised advised, Locale language) {
    Judgement judgement = advised.judgement();
    Texts texts = Texts.of(language);
    Protocol protocol = mandate.protocol();
    GateSection gate = new GateSection(texts, language);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            texts.get(
                "request.asked",
                judgement.releasables().size(),
                judgement.decisions().size(),
                protocol.identity().id(),
                protocol.identity().version())));
    blocks.add(new Block.Paragraph(texts.get("request.you-decide")));
    blocks.add(gate.overview(judgement));
    for (Decision decision : judgement.decisions()) {
      blocks.add(new Block.Heading(2, decision.output()));
      blocks.add(new Block.Paragraph(texts.get(Verdicts.key(decision)) + "."));
      blocks.addAll(gate.findings(decision, advised));
      blocks.addAll(waived(decision, texts));
      blocks.addAll(shown(decision, texts));
    }
    blocks.add(new Block.Heading(2, texts.get("request.sources")));
    blocks.add(sources(protocol, texts));
    return new Report(
        texts.get("request.title", protocol.identity().title()),
        Report.Marking.FOR_CHECKERS,
        mandate.demonstration(),
        language,
        blocks);
  }

  /** What two checkers set aside, and why. */
  private static List<Block> waived(Decision decision, Texts texts) {
    List<Block> blocks = new ArrayList<>();
    for (Waiver waiver : decision.waivers()) {
      String why = texts.get("waiver.reason." + waiver.reason().label());
      waiver
          .statements()
          .forEach(
              said ->
                  blocks.add(
                      new Block.Paragraph(
                          texts.get(
                              "waiver.said",
                              said.person(),
                              said.signedOn(),
                              waiver.rule(),
                              why,
                              said.explanation()))));
    }
    return blocks;
  }

  /** What is asked out, or what a checker has to judge before it may be. */
  private static List<Block> shown(Decision decision, Texts texts) {
    return switch (decision) {
      case Decision.Release release -> asked(release.releasable());
      case Decision.Protected part -> asked(part.releasable());
      case Decision.Referral referral ->
          List.of(new Block.Paragraph(texts.get("request.referred")), referral.table());
      case Decision.Refusal refusal -> List.of();
    };
  }

  private static List<Block> asked(Releasable releasable) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(releasable.table());
    ReleasePicture.of(releasable).ifPresent(blocks::add);
    return blocks;
  }

  private static Block.Table sources(Protocol protocol, Texts texts) {
    List<List<String>> rows = new ArrayList<>();
    protocol
        .sources()
        .forEach(
            (name, source) ->
                rows.add(
                    List.of(
                        name, source.holder(), String.join(", ", source.variables().keySet()))));
    return new Block.Table(
        texts.get("request.sources.table"),
        List.of(
            new Block.Column(texts.get("request.source"), false),
            new Block.Column(texts.get("request.holder"), false),
            new Block.Column(texts.get("request.variables"), false)),
        rows);
  }
}
