// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Report;
import org.meent.ethics.Mandate;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.pairing.PairingAccount;
import org.meent.linkage.source.LinkageAccount;
import org.meent.models.study.LinkageShare;

/**
 * How the sources of a study were linked, for the inside: every join by key or by probability, who
 * is missing from it, how well it went, and how much of the results is doubt about who is who. What
 * of it may leave are the outputs of kind {@code linkage} and {@code flow} that the protocol
 * declares.
 */
public final class StudyLinkageReport {
  private final Mandate mandate;
  private final LinkageAccount account;
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  private StudyLinkageReport(Mandate mandate, LinkageAccount account, Texts texts) {
    this.mandate = mandate;
    this.account = account;
    this.texts = texts;
  }

  /**
   * The report in a language.
   *
   * @param shares how much of each pooled effect's variance is linkage; none if effects were not
   *     pooled
   */
  public static Report of(
      Mandate mandate,
      LinkageAccount account,
      Cohort cohort,
      List<LinkageShare> shares,
      Locale language) {
    Texts texts = Texts.of(language);
    StudyLinkageReport report = new StudyLinkageReport(mandate, account, texts);
    report.joins();
    report.blocks.addAll(new FlowSection(texts).blocks(cohort.flows()));
    report.missing();
    account.joins().forEach(report::pairing);
    report.shares(shares);
    report.blocks.addAll(StudyLinkageChecklist.of(mandate.protocol(), account, texts));
    return new Report(
        texts.get("linkage.title"),
        Report.Marking.INSIDE_ONLY,
        mandate.demonstration(),
        language,
        report.blocks);
  }

  private void joins() {
    List<List<String>> rows = new ArrayList<>();
    for (LinkageAccount.Join join : account.joins()) {
      String by = join.pairing().isPresent() ? "probability" : "key";
      rows.add(
          List.of(
              join.source(),
              texts.get("linkage.study.by." + by),
              Long.toString(join.read()),
              Long.toString(join.kept()),
              Long.toString(join.persons()),
              Long.toString(account.population() - join.persons())));
    }
    blocks.add(new Block.Heading(2, texts.get("linkage.study.joins")));
    blocks.add(
        new Block.Table(
            texts.get("linkage.study.joins.table", mandate.protocol().linkage().base()),
            List.of(
                new Column(texts.get("linkage.study.source"), false),
                new Column(texts.get("linkage.study.by"), false),
                new Column(texts.get("linkage.study.read"), true),
                new Column(texts.get("linkage.study.kept"), true),
                new Column(texts.get("linkage.study.linked"), true),
                new Column(texts.get("linkage.study.unlinked"), true)),
            rows));
  }

  /** Who has a row and who has none, by subgroup. */
  private void missing() {
    LinkageTables tables = new LinkageTables(texts);
    List<List<String>> rows = new ArrayList<>();
    for (LinkageAccount.Join join : account.joins()) {
      for (LinkageAccount.Group group : join.groups()) {
        for (int i = 0; i < group.codes().size(); i++) {
          long linked = group.linked().get(i);
          long unlinked = group.unlinked().get(i);
          rows.add(
              List.of(
                  join.source(),
                  group.variable(),
                  tables.value(group.codes().get(i)),
                  Long.toString(linked),
                  Long.toString(unlinked),
                  Figures.share((double) linked / Math.max(1, linked + unlinked))));
        }
      }
    }
    blocks.add(new Block.Heading(2, texts.get("linkage.study.missing")));
    if (rows.isEmpty()) {
      blocks.add(new Block.Paragraph(texts.get("linkage.study.missing.none")));
      return;
    }
    blocks.add(
        new Block.Table(
            texts.get("linkage.study.missing.table"),
            List.of(
                new Column(texts.get("linkage.study.source"), false),
                new Column(texts.get("linkage.column"), false),
                new Column(texts.get("linkage.value"), false),
                new Column(texts.get("linkage.study.linked"), true),
                new Column(texts.get("linkage.study.unlinked"), true),
                new Column(texts.get("linkage.share"), true)),
            rows));
  }

  private void pairing(LinkageAccount.Join join) {
    Optional<PairingAccount> pairing = join.pairing();
    if (pairing.isEmpty()) {
      return;
    }
    LinkageTables tables = new LinkageTables(texts);
    blocks.add(new Block.Heading(2, texts.get("linkage.study.pairing", join.source())));
    blocks.addAll(tables.quality(pairing.get().quality()));
    blocks.addAll(tables.subgroups(pairing.get().quality()));
    blocks.addAll(tables.model(pairing.get().model()));
  }

  private void shares(List<LinkageShare> shares) {
    if (shares.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, texts.get("linkage.study.shares")));
    blocks.add(
        new Block.Paragraph(
            texts.get("linkage.study.shares.explained", mandate.protocol().linkage().linkages())));
    List<List<String>> rows =
        shares.stream()
            .map(
                share ->
                    List.of(
                        share.effect(),
                        share.row(),
                        Figures.decimals(share.within(), 5),
                        Figures.decimals(share.between(), 5),
                        Figures.share(share.share())))
            .toList();
    blocks.add(
        new Block.Table(
            texts.get("linkage.study.shares.table"),
            List.of(
                new Column(texts.get("linkage.study.effect"), false),
                new Column(texts.get("linkage.study.estimate"), false),
                new Column(texts.get("linkage.study.within"), true),
                new Column(texts.get("linkage.study.between"), true),
                new Column(texts.get("linkage.study.share"), true)),
            rows));
  }
}
