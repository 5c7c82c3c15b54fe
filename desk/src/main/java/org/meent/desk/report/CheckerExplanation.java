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
      judgement.releasables().stream()
          .filter(releasable -> releasable.id().equals(decision.output()))
          .map(Releasable::table)
          .forEach(blocks::add);
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
