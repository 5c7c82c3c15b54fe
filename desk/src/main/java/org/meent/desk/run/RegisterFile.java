// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.meent.models.study.AnalysisRegister;
import org.meent.models.study.PlannedAnalysis;
import org.meent.models.study.PlannedOutcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code register.json} in the folder of a run: every planned analysis and what it came to. It is
 * there from the first moment of a run, when nothing has run, so that a run that is stopped or
 * refused leaves one that says so. Its schema is {@code META-INF/meent/schemas/register-1.json}.
 */
final class RegisterFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "register.json";

  private RegisterFile() {}

  /** Writes what is planned, unless an earlier start of the same run left a register. */
  static void begin(AnalysisRegister planned, Path run) throws IOException {
    if (!Files.exists(run.resolve(NAME))) {
      write(planned, run);
    }
  }

  static void write(AnalysisRegister register, Path run) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-register-1");
    ArrayNode list = root.putArray("analyses");
    for (AnalysisRegister.Line line : register.lines()) {
      ObjectNode node = list.addObject();
      describe(node, line.planned());
      if (!line.code().isEmpty()) {
        node.put("code", line.code());
      }
      describe(node, line.outcome());
    }
    Files.createDirectories(run);
    Path partial = run.resolve(NAME + ".partial");
    Files.write(partial, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    Files.move(
        partial,
        run.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void describe(ObjectNode node, PlannedAnalysis planned) {
    switch (planned) {
      case PlannedAnalysis.Average(String effect, String method, String estimand, String group) ->
          node.put("kind", "average")
              .put("effect", effect)
              .put("method", method)
              .put("estimand", estimand)
              .put("group", group);
      case PlannedAnalysis.Heterogeneity(String effect) ->
          node.put("kind", "heterogeneity").put("effect", effect);
      case PlannedAnalysis.Curves(String exits) -> node.put("kind", "curves").put("exits", exits);
      case PlannedAnalysis.Rule(String policy) -> node.put("kind", "rule").put("policy", policy);
      case PlannedAnalysis.Mechanism(String mechanism) ->
          node.put("kind", "mechanism").put("mechanism", mechanism);
    }
  }

  private static void describe(ObjectNode node, PlannedOutcome outcome) {
    switch (outcome) {
      case PlannedOutcome.Estimated() -> node.put("outcome", "estimated");
      case PlannedOutcome.Refused(String by) -> node.put("outcome", "refused").put("by", by);
      case PlannedOutcome.PatternFound() -> node.put("outcome", "pattern-found");
      case PlannedOutcome.NoPatternFound() -> node.put("outcome", "no-pattern-found");
      case PlannedOutcome.NotRun() -> node.put("outcome", "not-run");
    }
  }
}
