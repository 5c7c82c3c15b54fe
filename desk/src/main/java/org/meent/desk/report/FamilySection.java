// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Figure;
import org.meent.models.study.EffectResult;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.HorizonPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.yaml.Words;

/** What of the planned effects is read together: the declared family, and effects over time. */
final class FamilySection {
  private final Texts texts;
  private final Protocol protocol;
  private final SequencedMap<String, EffectResult> effects;

  FamilySection(Texts texts, Protocol protocol, SequencedMap<String, EffectResult> effects) {
    this.texts = texts;
    this.protocol = protocol;
    this.effects = effects;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, texts.get("report.family")));
    blocks.add(new Block.Paragraph(family()));
    protocol.analysis().horizons().forEach((name, plan) -> blocks.addAll(horizon(name, plan)));
    return blocks;
  }

  private String family() {
    long figures =
        effects.values().stream()
            .flatMap(effect -> effect.rows().stream())
            .filter(row -> row.result() instanceof Estimate.Estimated)
            .count();
    return protocol
        .analysis()
        .family()
        .map(
            plan ->
                texts.get(
                    "report.family." + Words.of(plan.kind()),
                    String.join(", ", plan.effects()),
                    String.join(
                        ", ", plan.methods().stream().map(AnalysisPlan.Method::label).toList())))
        .orElse(texts.get("report.family.none", figures));
  }

  /** A picture for each method that all moments have. */
  private List<Block> horizon(String name, HorizonPlan plan) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(3, texts.get("report.horizon", name)));
    for (AnalysisPlan.Method method : AnalysisPlan.Method.values()) {
      List<Figure.Line> lines = new ArrayList<>();
      for (Map.Entry<String, Integer> moment : plan.effects().entrySet()) {
        everybody(moment.getKey(), method)
            .ifPresent(row -> lines.add(line(plan.unit() + " " + moment.getValue(), row)));
      }
      if (lines.size() == plan.effects().size()) {
        boolean two = lines.stream().anyMatch(Figure.Line::hasOuter);
        blocks.add(
            new Block.Picture(
                texts.get("report.horizon." + (two ? "two" : "one"), method.label()),
                new Figure.Intervals(axis(name, plan), 0, lines)));
      }
    }
    return blocks;
  }

  private Optional<Estimate> everybody(String effect, AnalysisPlan.Method method) {
    return Optional.ofNullable(effects.get(effect)).stream()
        .flatMap(result -> result.rows().stream())
        .filter(row -> row.method().equals(method.label()) && row.group().isEmpty())
        .findFirst();
  }

  private static Figure.Line line(String label, Estimate row) {
    return switch (row.result()) {
      case Estimate.Estimated figures -> EffectWords.line(label, figures, row.standing());
      case Estimate.Refused refused -> new Figure.Line(label, Double.NaN, Double.NaN, Double.NaN);
    };
  }

  /** The outcome that all moments share, or the name of what goes over time. */
  private String axis(String name, HorizonPlan plan) {
    List<String> labels =
        plan.effects().keySet().stream()
            .map(effect -> Objects.requireNonNull(protocol.analysis().estimated().get(effect)))
            .map(effect -> protocol.cohort().label(effect.outcome()))
            .distinct()
            .toList();
    return labels.size() == 1 ? labels.getFirst() : name;
  }
}
