// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.disclosure.output.ModelCard.Piece;
import org.meent.models.check.GateResult;
import org.meent.models.study.AnalysisRegister;
import org.meent.models.study.EffectResult;
import org.meent.models.study.PlannedAnalysis;
import org.meent.models.study.PlannedOutcome;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.Protocol;
import org.meent.protocols.canonical.ProtocolDigest;

/**
 * How the figures of a card were made: checks with their verdicts, learners, and every planned
 * analysis with its outcome. Verdicts and outcomes are words; the numbers behind them stay inside.
 */
final class CardMaking {
  private final Protocol protocol;
  private final SequencedMap<String, EffectResult> effects;
  private final AnalysisRegister register;
  private final CardNames names;
  private final CardLines lines;

  CardMaking(
      Protocol protocol,
      SequencedMap<String, EffectResult> effects,
      AnalysisRegister register,
      CardNames names,
      CardLines lines) {
    this.protocol = protocol;
    this.effects = effects;
    this.register = register;
    this.names = names;
    this.lines = lines;
  }

  void write() {
    lines.part("fit.gates");
    lines.say("model-card.gates.text");
    effects.forEach(this::gates);
    making();
    register();
  }

  private void gates(String effect, EffectResult result) {
    for (GateResult.Verdict verdict : GateResult.Verdict.values()) {
      List<List<Piece>> gates =
          result.checks().gates().stream()
              .filter(gate -> gate.verdict() == verdict)
              .map(gate -> lines.words("fit.gate." + gate.gate()))
              .toList();
      if (!gates.isEmpty()) {
        lines.row(
            names.effect(effect),
            lines.words("model-card.gates." + verdict.label(), CardLines.joined("; ", gates)));
      }
    }
    boolean carried = result.criteria().stream().allMatch(EffectResult.Criterion::met);
    if (!result.criteria().isEmpty()) {
      lines.row(
          names.effect(effect),
          lines.words(carried ? "model-card.overlap.met" : "model-card.overlap.not-met"));
    }
  }

  private void making() {
    lines.part("fit.making");
    Set<Method> methods = new LinkedHashSet<>();
    Set<String> covariates = new LinkedHashSet<>();
    for (Effect effect : protocol.analysis().effects().values()) {
      methods.addAll(effect.methods());
      covariates.addAll(effect.covariates());
    }
    for (Method method : methods) {
      lines.row(
          CardLines.plain(method.label()), lines.words("model-card.method." + method.label()));
    }
    if (methods.stream().anyMatch(Method::adjusts)) {
      lines.say("model-card.learners");
      lines.say("model-card.covariates", names.all(List.copyOf(covariates)));
    }
    lines.say(
        "model-card.protocol",
        CardLines.declared(protocol.identity().id()),
        CardLines.declared(Integer.toString(protocol.identity().version())),
        CardLines.declared(ProtocolDigest.of(protocol)));
  }

  /** Once for each planned analysis: codes of groups stand in the tables, where they passed. */
  private void register() {
    lines.part("report.register");
    lines.say("model-card.register.text");
    SequencedMap<PlannedAnalysis, Set<PlannedOutcome>> outcomes = new LinkedHashMap<>();
    for (AnalysisRegister.Line line : register.lines()) {
      outcomes.computeIfAbsent(line.planned(), p -> new LinkedHashSet<>()).add(line.outcome());
    }
    for (Map.Entry<PlannedAnalysis, Set<PlannedOutcome>> planned : outcomes.entrySet()) {
      List<List<Piece>> said = new ArrayList<>();
      planned.getValue().forEach(outcome -> said.add(outcome(outcome)));
      lines.row(planned(planned.getKey()), CardLines.joined("; ", said));
    }
  }

  private List<Piece> planned(PlannedAnalysis planned) {
    return switch (planned) {
      case PlannedAnalysis.Average(String effect, String method, String estimand, String group) ->
          CardLines.joined(
              names.effect(effect),
              CardLines.plain(": " + method + ", " + estimand + ", "),
              group.isEmpty() ? lines.words("report.everybody") : CardLines.declared(group));
      case PlannedAnalysis.Heterogeneity(String effect) ->
          kind(names.effect(effect), "fit.gate.heterogeneity");
      case PlannedAnalysis.Curves(String exits) ->
          kind(CardLines.declared(exits), "report.register.curves");
      case PlannedAnalysis.Rule(String policy) ->
          kind(CardLines.declared(policy), "report.register.rule");
      case PlannedAnalysis.Mechanism(String mechanism) ->
          kind(CardLines.declared(mechanism), "report.register.mechanism");
    };
  }

  private List<Piece> kind(List<Piece> name, String key) {
    return CardLines.joined(name, CardLines.plain(": "), lines.words(key));
  }

  private List<Piece> outcome(PlannedOutcome outcome) {
    return switch (outcome) {
      case PlannedOutcome.Estimated() -> lines.words("report.register.estimated");
      case PlannedOutcome.Refused(String by) ->
          lines.words("report.register.refused", CardLines.plain(by));
      case PlannedOutcome.PatternFound() -> lines.words("report.register.pattern");
      case PlannedOutcome.NoPatternFound() -> lines.words("report.register.no-pattern");
      case PlannedOutcome.NotRun() -> lines.words("report.register.not-run");
    };
  }
}
