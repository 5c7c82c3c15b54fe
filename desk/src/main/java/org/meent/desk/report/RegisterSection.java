// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.models.study.AnalysisRegister;
import org.meent.models.study.PlannedAnalysis;
import org.meent.models.study.PlannedOutcome;

/** Every planned analysis and what it came to. */
final class RegisterSection {
  private final Texts texts;

  RegisterSection(Texts texts) {
    this.texts = texts;
  }

  List<Block> blocks(AnalysisRegister register) {
    return List.of(
        new Block.Heading(2, texts.get("report.register")),
        new Block.Table(
            texts.get("report.register.table"),
            List.of(
                new Block.Column(texts.get("report.register.planned"), false),
                new Block.Column(texts.get("report.group"), false),
                new Block.Column(texts.get("report.register.outcome"), false)),
            register.lines().stream().map(this::row).toList()));
  }

  private List<String> row(AnalysisRegister.Line line) {
    return switch (line.planned()) {
      case PlannedAnalysis.Average(String effect, String method, String estimand, String group) ->
          List.of(
              effect + ": " + method + ", " + estimand,
              group.isEmpty()
                  ? texts.get("report.everybody")
                  : line.code().isEmpty() ? group : group + " = " + line.code(),
              outcome(line.outcome()));
      case PlannedAnalysis.Heterogeneity(String effect) ->
          List.of(effect + ": " + texts.get("fit.gate.heterogeneity"), "", outcome(line.outcome()));
      case PlannedAnalysis.Curves(String exits) ->
          List.of(exits + ": " + texts.get("report.register.curves"), "", outcome(line.outcome()));
      case PlannedAnalysis.Rule(String policy) ->
          List.of(policy + ": " + texts.get("report.register.rule"), "", outcome(line.outcome()));
      case PlannedAnalysis.Mechanism(String mechanism) ->
          List.of(
              mechanism + ": " + texts.get("report.register.mechanism"),
              "",
              outcome(line.outcome()));
    };
  }

  private String outcome(PlannedOutcome outcome) {
    return switch (outcome) {
      case PlannedOutcome.Estimated() -> texts.get("report.register.estimated");
      case PlannedOutcome.Refused(String by) -> texts.get("report.register.refused", by);
      case PlannedOutcome.PatternFound() -> texts.get("report.register.pattern");
      case PlannedOutcome.NoPatternFound() -> texts.get("report.register.no-pattern");
      case PlannedOutcome.NotRun() -> texts.get("report.register.not-run");
    };
  }
}
