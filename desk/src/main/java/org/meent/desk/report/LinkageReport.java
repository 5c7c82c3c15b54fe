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
import org.meent.linkage.match.LinkageModel;
import org.meent.linkage.match.LinkageResult;
import org.meent.linkage.quality.Estimate;
import org.meent.linkage.quality.GroupQuality;
import org.meent.linkage.quality.LinkageQuality;

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
    report.quality();
    report.subgroups();
    report.fields();
    report.rules();
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

  private void quality() {
    LinkageQuality quality = result.quality();
    blocks.add(new Block.Heading(2, texts.get("linkage.quality")));
    blocks.add(new Block.Paragraph(texts.get("linkage.quality.explained")));
    blocks.add(
        new Block.Picture(
            texts.get("linkage.quality.figure"),
            new Figure.Intervals(
                texts.get("linkage.share"),
                1,
                List.of(
                    line("linkage.precision", quality.precision()),
                    line("linkage.recall", quality.recall())))));
    blocks.add(
        new Block.Paragraph(
            texts.get(
                "linkage.blocking-loss",
                Figures.share(quality.blockingLoss().value()),
                Figures.share(quality.blockingLoss().lower()),
                Figures.share(quality.blockingLoss().upper()))));
    for (String warning : quality.warnings()) {
      blocks.add(
          new Block.Finding(Block.Verdict.REVIEW, texts.get("linkage.warning"), warning(warning)));
    }
  }

  private Figure.Line line(String key, Estimate estimate) {
    return new Figure.Line(texts.get(key), estimate.value(), estimate.lower(), estimate.upper());
  }

  /** A warning in words; the code before a colon names it, the number behind it is filled in. */
  private String warning(String code) {
    String[] parts = code.split(":", 2);
    return texts.get("linkage.warning." + parts[0], parts.length > 1 ? parts[1] : "");
  }

  private void subgroups() {
    List<List<String>> rows = new ArrayList<>();
    for (GroupQuality group : result.quality().groups()) {
      rows.add(
          List.of(
              group.column(),
              group.value().isEmpty() ? texts.get("linkage.no-value") : group.value(),
              Long.toString(group.records()),
              Long.toString(group.links()),
              interval(group.precision()),
              interval(group.recall()),
              interval(group.blockingLoss())));
    }
    if (rows.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, texts.get("linkage.subgroups")));
    blocks.add(
        new Block.Table(
            texts.get("linkage.subgroups.table"),
            List.of(
                new Column(texts.get("linkage.column"), false),
                new Column(texts.get("linkage.value"), false),
                new Column(texts.get("linkage.records"), true),
                new Column(texts.get("linkage.links"), true),
                new Column(texts.get("linkage.precision"), true),
                new Column(texts.get("linkage.recall"), true),
                new Column(texts.get("linkage.lost"), true)),
            rows));
  }

  private static String interval(Estimate estimate) {
    return "%s (%s – %s)"
        .formatted(
            Figures.share(estimate.value()),
            Figures.share(estimate.lower()),
            Figures.share(estimate.upper()));
  }

  private void fields() {
    List<List<String>> rows = new ArrayList<>();
    for (LinkageModel.Field field : result.model().fields()) {
      for (LinkageModel.Level level : field.levels()) {
        rows.add(
            List.of(
                field.name(),
                field.kind(),
                level.name(),
                Figures.decimals(level.m(), 5),
                Figures.decimals(level.u(), 7),
                Figures.amount(level.weight())));
      }
    }
    blocks.add(new Block.Heading(2, texts.get("linkage.fields")));
    blocks.add(
        new Block.Table(
            texts.get("linkage.fields.table"),
            List.of(
                new Column(texts.get("linkage.field"), false),
                new Column(texts.get("linkage.kind"), false),
                new Column(texts.get("linkage.level"), false),
                new Column("m", true),
                new Column("u", true),
                new Column(texts.get("linkage.weight"), true)),
            rows));
  }

  private void rules() {
    List<List<String>> rows = new ArrayList<>();
    for (LinkageModel.Rule rule : result.model().rules()) {
      rows.add(
          List.of(rule.keys(), Long.toString(rule.pairs()), Long.toString(rule.refusedBlocks())));
    }
    blocks.add(new Block.Heading(2, texts.get("linkage.rules")));
    blocks.add(
        new Block.Table(
            texts.get("linkage.rules.table"),
            List.of(
                new Column(texts.get("linkage.rule"), false),
                new Column(texts.get("linkage.pairs"), true),
                new Column(texts.get("linkage.refused-blocks"), true)),
            rows));
  }
}
