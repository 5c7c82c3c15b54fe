// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Figure;
import org.meent.linkage.match.LinkageModel;
import org.meent.linkage.quality.Estimate;
import org.meent.linkage.quality.GroupQuality;
import org.meent.linkage.quality.LinkageQuality;

/** How well a linkage went, for whom less well, and what its model is: the same in every report. */
final class LinkageTables {
  private final Texts texts;

  LinkageTables(Texts texts) {
    this.texts = texts;
  }

  /** Errors with their intervals, and what a reader must know before use. */
  List<Block> quality(LinkageQuality quality) {
    List<Block> blocks = new ArrayList<>();
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
    return blocks;
  }

  private Figure.Line line(String key, Estimate estimate) {
    return new Figure.Line(texts.get(key), estimate.value(), estimate.lower(), estimate.upper());
  }

  /** A warning in words; the code before a colon names it, the number behind it is filled in. */
  private String warning(String code) {
    String[] parts = code.split(":", 2);
    return texts.get("linkage.warning." + parts[0], parts.length > 1 ? parts[1] : "");
  }

  /** Errors by subgroup; nothing if they were not told apart. */
  List<Block> subgroups(LinkageQuality quality) {
    List<List<String>> rows = new ArrayList<>();
    for (GroupQuality group : quality.groups()) {
      rows.add(
          List.of(
              group.column(),
              value(group.value()),
              Long.toString(group.records()),
              Long.toString(group.links()),
              interval(group.precision()),
              interval(group.recall()),
              interval(group.blockingLoss())));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Block.Heading(2, texts.get("linkage.subgroups")),
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

  /** The value of a subgroup in words. */
  String value(String code) {
    return code.isEmpty() ? texts.get("linkage.no-value") : code;
  }

  private static String interval(Estimate estimate) {
    return "%s (%s – %s)"
        .formatted(
            Figures.share(estimate.value()),
            Figures.share(estimate.lower()),
            Figures.share(estimate.upper()));
  }

  /** Comparison levels and blocking rules. */
  List<Block> model(LinkageModel model) {
    List<Block> blocks = new ArrayList<>(fields(model));
    blocks.addAll(rules(model));
    return blocks;
  }

  private List<Block> fields(LinkageModel model) {
    List<List<String>> rows = new ArrayList<>();
    for (LinkageModel.Field field : model.fields()) {
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
    return List.of(
        new Block.Heading(2, texts.get("linkage.fields")),
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

  private List<Block> rules(LinkageModel model) {
    List<List<String>> rows = new ArrayList<>();
    for (LinkageModel.Rule rule : model.rules()) {
      rows.add(
          List.of(rule.keys(), Long.toString(rule.pairs()), Long.toString(rule.refusedBlocks())));
    }
    return List.of(
        new Block.Heading(2, texts.get("linkage.rules")),
        new Block.Table(
            texts.get("linkage.rules.table"),
            List.of(
                new Column(texts.get("linkage.rule"), false),
                new Column(texts.get("linkage.pairs"), true),
                new Column(texts.get("linkage.refused-blocks"), true)),
            rows));
  }
}
