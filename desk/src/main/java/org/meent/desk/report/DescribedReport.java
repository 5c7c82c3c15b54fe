// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Figure;
import org.meent.disclosure.report.Report;
import org.meent.models.described.Afterwards;
import org.meent.models.described.FieldUse;
import org.meent.models.described.HundredPeople;
import org.meent.models.described.Likeness;
import org.meent.models.described.Shares;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.Protocol;

/**
 * The page for a described person: of 100 people like this, which support they had, what came
 * after, what the support did, how sure that is, and what is not known. Written for a client, in
 * plain Dutch or English; it never tells what to do.
 */
public final class DescribedReport {
  private final Protocol protocol;
  private final HundredPeople people;
  private final Wording wording;
  private final Locale language;
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  private DescribedReport(
      Protocol protocol, HundredPeople people, Wording wording, Locale language) {
    this.protocol = protocol;
    this.people = people;
    this.wording = wording;
    this.language = language;
    this.texts = Texts.of(language);
  }

  /**
   * The page. Its figures wait for two output checkers, so it stays inside.
   *
   * @param demonstration whether the figures were made under a demonstration mandate
   * @param today the day on which it is read
   */
  public static Report of(
      Protocol protocol,
      boolean demonstration,
      HundredPeople people,
      Wording wording,
      LocalDate today,
      Locale language) {
    DescribedReport report = new DescribedReport(protocol, people, wording, language);
    report.stamps(demonstration, today);
    report.who();
    DescribedAnswers answers = new DescribedAnswers(protocol, wording, language);
    report.blocks.addAll(answers.inShort(people.supports()));
    report.shares();
    report.afterwards();
    report.blocks.addAll(new DescribedLeaving(wording, language).blocks(people.leaving()));
    report.blocks.addAll(answers.atLength(people.supports()));
    report.use();
    return new Report(
        report.texts.get("described.title"),
        Report.Marking.FOR_CHECKERS,
        demonstration,
        language,
        report.blocks);
  }

  private void stamps(boolean demonstration, LocalDate today) {
    if (demonstration) {
      finding(Block.Verdict.FAIL, "described.demonstration");
    }
    if (today.isAfter(protocol.usableUntil())) {
      finding(Block.Verdict.FAIL, "described.expired", day(protocol.usableUntil()));
    }
    finding(Block.Verdict.REVIEW, "described.waiting");
    finding(Block.Verdict.REVIEW, "fit.stamp");
  }

  private void finding(Block.Verdict verdict, String key, Object... args) {
    blocks.add(new Block.Finding(verdict, texts.get(key), texts.get(key + ".text", args)));
  }

  private void who() {
    heading("described.who");
    paragraph(people.fields().isEmpty() ? "described.who.nobody" : "described.who.text");
    if (!people.fields().isEmpty()) {
      blocks.add(
          new Block.Table(
              texts.get("described.who.table"),
              columns("described.field", "described.said", "described.use"),
              people.fields().stream().map(this::row).toList()));
    }
  }

  private List<String> row(FieldUse field) {
    String use =
        switch (field.use()) {
          case SHOWN -> "described.use.shown";
          case CODE_NOT_SHOWN -> "described.use.code";
          case COMPARED_BY -> "described.use.compared";
          case KNOWN_ONLY -> "described.use.known";
          case NOT_LOOKED_AT -> "described.use.no";
        };
    return List.of(
        wording.field(field.field()), wording.code(field.field(), field.code()), texts.get(use));
  }

  private void shares() {
    if (!people.shares().isEmpty()) {
      heading("described.shares");
      paragraph("described.shares.text");
    }
    people.shares().forEach(this::shares);
  }

  private void shares(Shares shares) {
    List<Figure.Part> parts = new ArrayList<>();
    for (Shares.Share share : shares.arms()) {
      if (share.ofHundred().isPresent()) {
        String arm = wording.support(share.arm());
        parts.add(new Figure.Part(arm, share.ofHundred().getAsInt(), true));
      }
    }
    if (parts.size() < shares.arms().size()) {
      parts.add(new Figure.Part(texts.get("described.unknown"), shares.unknown(), false));
    }
    blocks.add(
        new Block.Picture(
            texts.get("described.shares.figure", group(shares.group()), shares.counted()),
            new Figure.Hundred(parts)));
  }

  private void afterwards() {
    if (people.afterwards().isEmpty()) {
      return;
    }
    heading("described.after");
    paragraph(drawn() ? "described.after.lot" : "described.after.text");
    for (Afterwards after : people.afterwards()) {
      boolean share = protocol.cohort().isYesOrNo(after.outcome());
      String name = wording.outcome(after.outcome(), protocol.cohort().label(after.outcome()));
      blocks.add(
          new Block.Table(
              texts.get("described.after.table", group(after.group())),
              List.of(
                  new Column(texts.get("described.support"), false),
                  new Column(
                      texts.get(share ? "described.after.share" : "described.after.mean", name),
                      true)),
              after.means().stream()
                  .map(
                      mean ->
                          List.of(
                              wording.support(mean.arm()),
                              mean.mean().isPresent()
                                  ? Between.mean(mean.mean().getAsDouble(), share, language)
                                  : texts.get("described.unknown")))
                  .toList()));
    }
  }

  private boolean drawn() {
    return protocol.cohort().assignment() == CohortPlan.Assignment.RANDOMISED;
  }

  private void use() {
    heading("described.how");
    paragraph("fit.plain.person");
    for (String key : List.of("advice", "person", "different", "why")) {
      paragraph("described.how." + key);
    }
    heading("described.study");
    blocks.add(new Block.Paragraph(protocol.identity().laySummary()));
    paragraph(
        "described.study.name",
        protocol.identity().title(),
        protocol.identity().id(),
        protocol.identity().version());
    paragraph("described.study.until", day(protocol.usableUntil()));
    paragraph(
        "described.study.disagree",
        String.join(", ", protocol.people().clientCouncil()),
        String.join(", ", protocol.people().privacyOfficer()));
  }

  private String group(Likeness group) {
    String words = wording.group(group);
    return words.isEmpty() ? texts.get("described.everybody") : words;
  }

  private String day(LocalDate day) {
    return texts.get(
        "described.day",
        day.getDayOfMonth(),
        texts.get("described.month." + day.getMonthValue()),
        day.getYear());
  }

  private List<Column> columns(String... keys) {
    return java.util.Arrays.stream(keys).map(key -> new Column(texts.get(key), false)).toList();
  }

  private void heading(String key) {
    blocks.add(new Block.Heading(2, texts.get(key)));
  }

  private void paragraph(String key, Object... args) {
    blocks.add(new Block.Paragraph(texts.get(key, args)));
  }
}
