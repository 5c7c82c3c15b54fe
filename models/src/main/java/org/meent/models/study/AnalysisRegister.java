// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.meent.disclosure.output.Estimate;
import org.meent.models.check.GateResult;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.Protocol;

/**
 * Every analysis that the protocol plans with what it came to. A planned analysis is never missing:
 * the list comes from the protocol, and results only fill it in.
 *
 * @param lines at least one for each planned analysis, in the order of the protocol
 */
public record AnalysisRegister(List<Line> lines) {

  /** Copies the lines. */
  public AnalysisRegister {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param planned what was planned
   * @param code the code of the group, once codes are known; empty for everybody and before that
   * @param outcome what it came to
   */
  public record Line(PlannedAnalysis planned, String code, PlannedOutcome outcome) {}

  /** As it stands before anything ran: everything planned, nothing done. */
  public static AnalysisRegister planned(Protocol protocol) {
    return new AnalysisRegister(
        analyses(protocol).stream()
            .map(planned -> new Line(planned, "", new PlannedOutcome.NotRun()))
            .toList());
  }

  /** As it stands after everything planned was asked. */
  public static AnalysisRegister of(
      Protocol protocol,
      SequencedMap<String, EffectResult> effects,
      SequencedMap<String, ExitResult> exits,
      FurtherFindings further) {
    List<Line> lines = new ArrayList<>();
    for (PlannedAnalysis planned : analyses(protocol)) {
      switch (planned) {
        case PlannedAnalysis.Average average ->
            lines.addAll(averages(average, effects.get(average.effect())));
        case PlannedAnalysis.Heterogeneity whom ->
            lines.add(new Line(whom, "", heterogeneity(effects.get(whom.effect()))));
        case PlannedAnalysis.Curves curves ->
            lines.add(new Line(curves, "", curves(exits.get(curves.exits()))));
        case PlannedAnalysis.Rule rule ->
            lines.add(new Line(rule, "", rule(further.policies().get(rule.policy()))));
        case PlannedAnalysis.Mechanism why ->
            lines.add(new Line(why, "", mechanism(further.mechanisms().get(why.mechanism()))));
      }
    }
    return new AnalysisRegister(lines);
  }

  /**
   * The same with what a planned analysis came to, for kinds that are not average effects.
   *
   * @throws IllegalArgumentException if the protocol does not plan it
   */
  public AnalysisRegister with(PlannedAnalysis planned, PlannedOutcome outcome) {
    if (lines.stream().noneMatch(line -> line.planned().equals(planned))) {
      throw new IllegalArgumentException("the protocol plans no " + planned);
    }
    return new AnalysisRegister(
        lines.stream()
            .map(
                line ->
                    line.planned().equals(planned) ? new Line(planned, line.code(), outcome) : line)
            .toList());
  }

  /** What the protocol plans. */
  static List<PlannedAnalysis> analyses(Protocol protocol) {
    List<PlannedAnalysis> analyses = new ArrayList<>();
    protocol
        .analysis()
        .estimated()
        .forEach((name, plan) -> analyses.addAll(analyses(protocol, name, plan)));
    protocol
        .analysis()
        .exits()
        .sequencedKeySet()
        .forEach(name -> analyses.add(new PlannedAnalysis.Curves(name)));
    protocol
        .analysis()
        .further()
        .policies()
        .sequencedKeySet()
        .forEach(name -> analyses.add(new PlannedAnalysis.Rule(name)));
    protocol
        .analysis()
        .further()
        .mechanisms()
        .sequencedKeySet()
        .forEach(name -> analyses.add(new PlannedAnalysis.Mechanism(name)));
    return List.copyOf(analyses);
  }

  private static List<PlannedAnalysis> analyses(
      Protocol protocol, String name, AnalysisPlan.Effect plan) {
    List<PlannedAnalysis> analyses = new ArrayList<>();
    for (Method method : plan.methods()) {
      List<String> estimands =
          method.adjusts() ? plan.estimands() : List.of(EffectAnalysis.meansEstimand(protocol));
      for (String estimand : estimands) {
        analyses.add(new PlannedAnalysis.Average(name, method.label(), estimand, ""));
        for (String group : plan.groups()) {
          analyses.add(new PlannedAnalysis.Average(name, method.label(), estimand, group));
        }
      }
    }
    if (plan.methods().contains(Method.CAUSAL_FOREST)) {
      analyses.add(new PlannedAnalysis.Heterogeneity(name));
    }
    return analyses;
  }

  private static List<Line> averages(
      PlannedAnalysis.Average planned, @Nullable EffectResult effect) {
    if (effect == null) {
      return List.of(new Line(planned, "", new PlannedOutcome.NotRun()));
    }
    List<Estimate> all =
        effect.rows().stream()
            .filter(row -> row.method().equals(planned.method()))
            .filter(row -> row.estimand().equals(planned.estimand()))
            .toList();
    List<Line> lines =
        all.stream()
            .filter(row -> String.join("", row.group().keySet()).equals(planned.group()))
            .map(
                row ->
                    new Line(
                        planned,
                        Objects.requireNonNullElse(row.group().get(planned.group()), ""),
                        outcome(row)))
            .toList();
    return lines.isEmpty() ? List.of(new Line(planned, "", ofWhole(all))) : lines;
  }

  /** Where everybody was refused, groups were by the same. */
  private static PlannedOutcome ofWhole(List<Estimate> rows) {
    Optional<PlannedOutcome> refused =
        rows.stream()
            .filter(row -> row.group().isEmpty())
            .map(AnalysisRegister::outcome)
            .filter(PlannedOutcome.Refused.class::isInstance)
            .findFirst();
    return refused.orElse(new PlannedOutcome.NotRun());
  }

  private static PlannedOutcome outcome(Estimate row) {
    return switch (row.result()) {
      case Estimate.Estimated figures -> new PlannedOutcome.Estimated();
      case Estimate.Refused refused -> new PlannedOutcome.Refused(refused.reason());
    };
  }

  private static PlannedOutcome rule(@Nullable PolicyFinding found) {
    if (found == null) {
      return new PlannedOutcome.NotRun();
    }
    return switch (found.claim()) {
      case RULE -> new PlannedOutcome.PatternFound();
      case NO_PATTERN -> new PlannedOutcome.NoPatternFound();
      case REFUSED ->
          new PlannedOutcome.Refused(
              found.values().rows().stream()
                  .map(Estimate::result)
                  .filter(Estimate.Refused.class::isInstance)
                  .map(Estimate.Refused.class::cast)
                  .findFirst()
                  .orElseThrow()
                  .reason());
    };
  }

  private static PlannedOutcome mechanism(@Nullable MechanismFinding found) {
    return found == null ? new PlannedOutcome.NotRun() : outcome(found.through());
  }

  private static PlannedOutcome curves(@Nullable ExitResult exits) {
    if (exits == null) {
      return new PlannedOutcome.NotRun();
    }
    return switch (exits.outcome()) {
      case ExitResult.Estimated found -> new PlannedOutcome.Estimated();
      case ExitResult.Refused(String reason) -> new PlannedOutcome.Refused(reason);
    };
  }

  private static PlannedOutcome heterogeneity(@Nullable EffectResult effect) {
    Optional<GateResult> gate =
        Optional.ofNullable(effect).stream()
            .flatMap(found -> found.checks().gates().stream())
            .filter(found -> found.gate().equals("heterogeneity"))
            .findFirst();
    return gate.map(
            found ->
                switch (found.verdict()) {
                  case PASSED -> (PlannedOutcome) new PlannedOutcome.PatternFound();
                  case WARNED, REFUSED -> new PlannedOutcome.NoPatternFound();
                  case NOT_RUN -> new PlannedOutcome.NotRun();
                })
        .orElse(new PlannedOutcome.NotRun());
  }
}
