// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;
import org.meent.linkage.match.LinkageModel;
import org.meent.linkage.match.LinkageResult;

/** What a linkage did and how well, after the items of GUILD and RECORD; for the inside. */
public final class LinkageReport {
  private final LinkageResult result;
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  private LinkageReport(LinkageResult result, Locale language) {
    this.result = result;
    this.texts = Texts.of(language);
  }

  /** The report in a language. */
  public static Report of(LinkageResult result, Locale language) {
    LinkageReport report = new LinkageReport(result, language);
    report.summary();
    LinkageTables tables = new LinkageTables(report.texts);
    report.blocks.addAll(tables.quality(result.quality()));
    report.blocks.addAll(tables.subgroups(result.quality()));
    report.blocks.addAll(tables.model(result.model()));
    report.blocks.addAll(LinkageChecklist.of(result, report.texts));
    return new Report(
        report.texts.get("linkage.title"),
        Report.Marking.INSIDE_ONLY,
        false,
        language,
        report.blocks);
  }

  private void summary() {
    LinkageModel model = result.model();
    blocks.add(
        new Block.Paragraph(
            result.job().right().isPresent()
                ? texts.get(
                    "linkage.two",
                    model.recordsLeft(),
                    model.recordsRight(),
                    result.links().size(),
                    model.comparedPairs())
                : texts.get("linkage.one", model.recordsLeft(), model.comparedPairs())));
    if (!model.converged()) {
      blocks.add(
          new Block.Finding(
              Block.Verdict.FAIL,
              texts.get("linkage.em"),
              texts.get("linkage.em.not-converged", model.emRounds())));
    }
  }
}
