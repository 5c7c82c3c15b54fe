// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Report;
import org.meent.models.further.ArmReach;
import org.meent.models.further.FurtherAnswers;
import org.meent.models.further.PolicyAnswer;
import org.meent.models.heterogeneity.OtherEffects;
import org.meent.models.policy.PolicyTree;
import org.meent.models.reach.GroupCalibration;

/** The further answers of a fit for people: curves of exits, a rule as evidence, and its reach. */
public final class FurtherReport {
  private static final double SEEN = 0.05;

  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  private FurtherReport(Texts texts) {
    this.texts = texts;
  }

  /** The report. */
  public static Report of(FurtherAnswers answers, String outcome, Locale language) {
    FurtherReport report = new FurtherReport(Texts.of(language));
    Texts texts = report.texts;
    report.blocks.add(
        new Block.Finding(
            Block.Verdict.REVIEW, texts.get("fit.stamp"), texts.get("fit.stamp.text")));
    ExitSection exits = new ExitSection(texts);
    answers.exits().forEach(curves -> report.blocks.addAll(exits.blocks(curves)));
    answers.policy().ifPresent(report::policy);
    answers.arms().forEach(report::reach);
    report.blocks.addAll(new MechanismSection(texts).blocks(answers.mechanisms()));
    return new Report(
        texts.get("further.title", outcome),
        Report.Marking.INSIDE_ONLY,
        false,
        language,
        report.blocks);
  }

  private void policy(PolicyAnswer answer) {
    blocks.add(new Block.Heading(2, texts.get("further.policy")));
    blocks.add(new Block.Paragraph(texts.get("further.policy.text")));
    String claim = answer.betterThanToday() ? "further.policy.better" : "further.policy.unknown";
    PolicyAnswer.Gain best = answer.overBestArm();
    blocks.add(
        new Block.Paragraph(
            answer.pattern()
                ? texts.get(claim)
                : texts.get(
                    "further.policy.no-pattern",
                    over(best.over()),
                    FitCard.number(best.value().gain()),
                    FitCard.number(best.value().lower()),
                    FitCard.number(best.value().upper()))));
    List<List<String>> leaves = new ArrayList<>();
    leaves(answer.found().tree(), "", answer, leaves);
    blocks.add(
        new Block.Table(
            texts.get("further.policy.rule"),
            columns("further.policy.whom", "further.arm", "further.rows"),
            leaves));
    blocks.add(
        new Block.Table(
            texts.get("further.policy.gains"),
            columns("further.policy.over", "report.value", "report.lower", "report.upper"),
            answer.gains().stream()
                .map(
                    gain ->
                        List.of(
                            over(gain.over()),
                            FitCard.number(gain.value().gain()),
                            FitCard.number(gain.value().lower()),
                            FitCard.number(gain.value().upper())))
                .toList()));
    protectedGroups(answer);
  }

  private String over(String name) {
    return name.equals("today") || name.equals("preference")
        ? texts.get("further.policy.over." + name)
        : texts.get("further.policy.over.arm", name);
  }

  private void protectedGroups(PolicyAnswer answer) {
    if (!answer.without().isEmpty()) {
      DoubleSummaryStatistics gains =
          answer.without().stream().mapToDouble(gain -> gain.value().gain()).summaryStatistics();
      blocks.add(
          new Block.Paragraph(
              texts.get(
                  "further.policy.without",
                  FitCard.number(gains.getMin()),
                  FitCard.number(gains.getMax()))));
    }
    answer
        .proxies()
        .forEach(
            proxy ->
                blocks.add(
                    new Block.Paragraph(
                        texts.get(
                            "further.policy.proxy",
                            proxy.attribute(),
                            share(proxy.guessed()),
                            share(proxy.guessedAnyway()),
                            Figures.decimals(proxy.association(), 2)))));
    if (!answer.groups().lines().isEmpty()) {
      blocks.add(
          new Block.Table(
              texts.get("further.policy.groups"),
              columns(
                  "further.group",
                  "report.value",
                  "report.lower",
                  "report.upper",
                  "further.gap.today",
                  "further.gap.under",
                  "further.gap.lower",
                  "further.gap.upper"),
              answer.groups().lines().stream()
                  .map(
                      line ->
                          List.of(
                              line.group(),
                              FitCard.number(line.gain()),
                              FitCard.number(line.lower()),
                              FitCard.number(line.upper()),
                              FitCard.number(line.gapToday()),
                              FitCard.number(line.gapUnder()),
                              FitCard.number(line.changeLower()),
                              FitCard.number(line.changeUpper())))
                  .toList()));
    }
  }

  private void leaves(PolicyTree tree, String path, PolicyAnswer answer, List<List<String>> into) {
    switch (tree) {
      case PolicyTree.Leaf leaf ->
          into.add(
              List.of(
                  path.isEmpty() ? texts.get("further.everybody") : path,
                  answer.arms().get(leaf.arm()),
                  Long.toString(leaf.rows())));
      case PolicyTree.Question question -> {
        String name = answer.questions().get(question.column());
        String at = FitCard.number(question.threshold());
        String joined = path.isEmpty() ? "" : path + ", ";
        leaves(question.low(), joined + name + " ≤ " + at, answer, into);
        leaves(question.high(), joined + name + " > " + at, answer, into);
      }
    }
  }

  private void reach(ArmReach arm) {
    boolean nothing = arm.gates().isEmpty() && arm.others().isEmpty() && arm.groups().isEmpty();
    if (nothing && arm.learners().isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, texts.get("further.reach", arm.arm())));
    arm.gates().forEach(gate -> blocks.add(GateFinding.of(gate, texts)));
    arm.left()
        .ifPresent(
            left ->
                blocks.add(
                    new Block.Paragraph(
                        texts.get(
                            "further.left",
                            left.division(),
                            FitCard.number(left.lowest()),
                            FitCard.number(left.highest())))));
    arm.others()
        .ifPresent(
            others ->
                blocks.add(
                    new Block.Paragraph(
                        others
                            .estimate()
                            .map(
                                found ->
                                    texts.get(
                                        "further.others.known",
                                        FitCard.number(found.value()),
                                        FitCard.number(found.interval().lower()),
                                        FitCard.number(found.interval().upper())))
                            .orElseGet(() -> texts.get("further.others.unknown")))));
    for (OtherEffects other : arm.learners()) {
      blocks.add(
          new Block.Paragraph(
              texts.get(
                  "further.learners." + (other.baseline().p() < SEEN ? "pattern" : "none"),
                  other.learner().label(),
                  FitCard.number(other.baseline().p()),
                  FitCard.number(other.correlation()))));
    }
    blocks.addAll(new MeasurementSection(texts).blocks(arm.measurement()));
    if (!arm.groups().isEmpty()) {
      blocks.add(
          new Block.Table(
              texts.get("further.represented"),
              columns("further.group", "further.in-file", "further.in-result"),
              arm.groups().stream()
                  .map(
                      group ->
                          List.of(
                              group.group(),
                              Long.toString(group.inFile()),
                              Long.toString(group.inResult())))
                  .toList()));
    }
    arm.calibration()
        .map(GroupCalibration::tooFew)
        .filter(few -> !few.isEmpty())
        .ifPresent(
            few ->
                blocks.add(
                    new Block.Paragraph(texts.get("further.too-few", String.join(", ", few)))));
  }

  /** The first column holds words, the others numbers. */
  private List<Column> columns(String... keys) {
    return Stream.of(keys).map(key -> new Column(texts.get(key), !key.equals(keys[0]))).toList();
  }

  private static String share(double value) {
    return Figures.decimals(value, 3);
  }
}
