// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Figure;
import org.meent.models.study.EffectResult;
import org.meent.models.study.FindingLine;
import org.meent.models.study.FindingLine.Kind;
import org.meent.models.study.PolicyFinding;
import org.meent.models.study.PolicyFinding.Condition;
import org.meent.models.study.PolicyFinding.Leaf;
import org.meent.protocols.PolicyPlan;
import org.meent.protocols.Protocol;

/** A planned rule in the researcher's report: what may be claimed, the rule, and its tests. */
final class PolicySection {
  private final Texts texts;
  private final Protocol protocol;
  private final List<Block> blocks = new ArrayList<>();

  PolicySection(Texts texts, Protocol protocol) {
    this.texts = texts;
    this.protocol = protocol;
  }

  List<Block> blocks(String name, PolicyFinding finding) {
    blocks.clear();
    PolicyPlan plan = Objects.requireNonNull(protocol.analysis().further().policies().get(name));
    String outcome = protocol.cohort().label(plan.outcome());
    blocks.add(new Block.Heading(2, texts.get("policy.heading", name)));
    blocks.add(new Block.Paragraph(texts.get("further.policy.text")));
    blocks.add(
        new Block.Paragraph(
            texts.get(
                "policy.whom",
                finding.persons(),
                String.join(", ", plan.arms()),
                outcome,
                protocol.cohort().definition())));
    claim(finding);
    if (finding.fragile()) {
      blocks.add(
          new Block.Finding(
              Block.Verdict.REVIEW,
              texts.get("further.stamp.fragile"),
              texts.get("policy.fragile", name)));
    }
    if (finding.claim() != PolicyFinding.Claim.REFUSED) {
      rule(finding);
      gains(finding, outcome);
      tests(finding);
    }
    criteria(finding.values());
    return List.copyOf(blocks);
  }

  private void claim(PolicyFinding finding) {
    switch (finding.claim()) {
      case RULE -> blocks.add(new Block.Paragraph(texts.get("policy.claim.rule")));
      case NO_PATTERN -> {
        Estimate best = finding.overBestArm().orElseThrow();
        Estimate.Estimated figures = PolicyFinding.figures(best);
        blocks.add(
            new Block.Paragraph(
                texts.get(
                    "further.policy.no-pattern",
                    over(best),
                    FitCard.number(figures.value()),
                    FitCard.number(figures.lower()),
                    FitCard.number(figures.upper()))));
      }
      case REFUSED ->
          blocks.add(
              new Block.Finding(
                  Block.Verdict.FAIL,
                  texts.get("policy.refused"),
                  texts.get("policy.refused.text", reason(finding))));
    }
  }

  private static String reason(PolicyFinding finding) {
    return finding.values().rows().stream()
        .map(Estimate::result)
        .filter(Estimate.Refused.class::isInstance)
        .map(result -> ((Estimate.Refused) result).reason())
        .findFirst()
        .orElse("");
  }

  private void rule(PolicyFinding finding) {
    blocks.add(
        new Block.Picture(
            texts.get("policy.figure"),
            new Figure.Ends(
                texts.get("further.everybody"),
                finding.leaves().stream()
                    .map(
                        leaf ->
                            new Figure.End(
                                leaf.conditions().stream().map(Condition::text).toList(),
                                leaf.arm(),
                                texts.get("policy.persons", leaf.persons())))
                    .toList())));
    List<List<String>> rows = new ArrayList<>();
    for (Leaf leaf : finding.leaves()) {
      String whom = String.join(", ", leaf.conditions().stream().map(Condition::text).toList());
      List<String> arms = new ArrayList<>();
      leaf.arms().forEach((arm, persons) -> arms.add(arm + " " + persons));
      rows.add(
          List.of(
              whom.isEmpty() ? texts.get("further.everybody") : whom,
              leaf.arm(),
              Long.toString(leaf.persons()),
              String.join(", ", arms)));
    }
    blocks.add(
        new Block.Table(
            texts.get("further.policy.rule"),
            List.of(
                new Column(texts.get("further.policy.whom"), false),
                new Column(texts.get("further.arm"), false),
                new Column(texts.get("policy.persons.heading"), true),
                new Column(texts.get("policy.today"), false)),
            rows));
  }

  private void gains(PolicyFinding finding, String outcome) {
    List<List<String>> rows = new ArrayList<>();
    List<Figure.Line> lines = new ArrayList<>();
    for (Estimate row : finding.values().rows()) {
      if (row.result() instanceof Estimate.Estimated figures) {
        String group = group(row);
        rows.add(
            List.of(
                over(row),
                group,
                FitCard.number(figures.value()),
                FitCard.number(figures.lower()),
                FitCard.number(figures.upper())));
        lines.add(
            new Figure.Line(
                over(row) + ", " + group, figures.value(), figures.lower(), figures.upper()));
      }
    }
    blocks.add(
        new Block.Table(
            texts.get("further.policy.gains"),
            columns(
                2,
                "further.policy.over",
                "further.group",
                "report.value",
                "report.lower",
                "report.upper"),
            rows));
    blocks.add(
        new Block.Picture(
            texts.get("policy.gains.figure"), new Figure.Intervals(outcome, 0, lines)));
  }

  private String over(Estimate row) {
    return switch (row.estimand()) {
      case PolicyFinding.TODAY -> texts.get("further.policy.over.today");
      case PolicyFinding.PREFERENCE -> texts.get("further.policy.over.preference");
      case PolicyFinding.GAP -> texts.get("policy.gap");
      default ->
          texts.get(
              "further.policy.over.arm",
              row.estimand().substring(PolicyFinding.EVERYBODY.length()));
    };
  }

  private String group(Estimate row) {
    return row.group().isEmpty()
        ? texts.get("further.everybody")
        : row.group().firstKey() + "=" + row.group().firstEntry().getValue();
  }

  private void tests(PolicyFinding finding) {
    blocks.add(new Block.Heading(3, texts.get("policy.tests")));
    table(finding, Kind.GAP, "gap", 3);
    table(finding, Kind.CALIBRATION, "calibration", 3);
    table(finding, Kind.PROXY, "proxy", 3);
    table(finding, Kind.PRESENT, "present", 0);
    table(finding, Kind.WITHOUT, "without", 3);
    table(finding, Kind.POLICY_ERROR, "error", 3);
    List<String> few =
        finding.tests().stream()
            .filter(line -> line.kind() == Kind.TOO_FEW)
            .map(FindingLine::subject)
            .toList();
    if (!few.isEmpty()) {
      blocks.add(new Block.Paragraph(texts.get("further.too-few", String.join(", ", few))));
    }
  }

  /** The lines of one kind, if there are any; the last column says whether one calls for a look. */
  private void table(PolicyFinding finding, Kind kind, String key, int digits) {
    List<FindingLine> lines = finding.tests().stream().filter(line -> line.kind() == kind).toList();
    if (lines.isEmpty()) {
      return;
    }
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(texts.get("policy." + key + ".subject"), false));
    for (int k = 0; k < lines.getFirst().figures().size(); k++) {
      columns.add(new Column(texts.get("policy." + key + "." + (k + 1)), true));
    }
    columns.add(new Column(texts.get("policy.look"), false));
    List<List<String>> rows = new ArrayList<>();
    for (FindingLine line : lines) {
      List<String> row = new ArrayList<>(List.of(line.subject()));
      line.figures().forEach(figure -> row.add(Figures.decimals(figure, digits)));
      row.add(line.turns() ? texts.get("further.grid.yes") : "");
      rows.add(row);
    }
    String heading = kind == Kind.GAP ? "policy.gap.heading" : "policy." + key;
    blocks.add(new Block.Table(texts.get(heading), columns, rows));
  }

  private void criteria(EffectResult values) {
    if (values.criteria().isEmpty()) {
      return;
    }
    blocks.add(
        new Block.Table(
            texts.get("policy.overlap"),
            columns(
                2,
                "further.arm",
                "report.criterion",
                "report.measured",
                "report.limit",
                "report.verdict"),
            values.criteria().stream()
                .map(
                    one ->
                        List.of(
                            one.estimand(),
                            one.limit(),
                            Figures.share(one.measured()),
                            Figures.share(one.bound()),
                            texts.get(one.met() ? "report.met" : "report.not-met")))
                .toList()));
  }

  /** The first columns hold words, the others numbers. */
  private List<Column> columns(int words, String... keys) {
    List<String> all = List.of(keys);
    return Stream.of(keys)
        .map(key -> new Column(texts.get(key), all.indexOf(key) >= words))
        .toList();
  }

  /** The picture of a rule that may leave, read from the words of its ends. */
  static Optional<Figure> released(List<List<String>> rows) {
    List<Figure.End> ends = new ArrayList<>();
    for (List<String> row : rows) {
      int at = row.get(1).lastIndexOf(" → ");
      if (at < 0) {
        return Optional.empty();
      }
      String whom = row.get(1).substring(0, at);
      ends.add(
          new Figure.End(
              whom.equals("everybody") ? List.of() : List.of(whom.split(", ")),
              row.get(1).substring(at + 3),
              row.get(2)));
    }
    return Optional.of(new Figure.Ends("everybody", ends));
  }
}
