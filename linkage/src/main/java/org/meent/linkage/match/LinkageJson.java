// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.meent.linkage.quality.Estimate;
import org.meent.linkage.quality.GroupQuality;
import org.meent.linkage.quality.LinkageQuality;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of model and quality; numbers with six significant digits. */
final class LinkageJson {
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private LinkageJson() {}

  static ObjectNode model(LinkageResult result) {
    LinkageModel model = result.model();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", "meent-linkage-model/1");
    root.put("kind", result.job().right().isPresent() ? "link" : "dedupe");
    root.put("recordsLeft", model.recordsLeft());
    root.put("recordsRight", model.recordsRight());
    root.put("comparedPairs", model.comparedPairs());
    root.put("priorProbability", rounded(model.priorProbability()));
    root.put("movedShare", rounded(model.movedShare()));
    root.put("emRounds", model.emRounds());
    root.put("emConverged", model.converged());
    root.put("threshold", rounded(result.job().method().threshold()));
    ArrayNode guesses = root.putArray("guesses");
    for (FieldGuess guess : result.guesses()) {
      guesses
          .addObject()
          .put("column", guess.column())
          .put("kind", guess.kind().label())
          .put("reason", guess.reason());
    }
    fields(model, root.putArray("fields"));
    ArrayNode rules = root.putArray("blocking");
    for (LinkageModel.Rule rule : model.rules()) {
      rules
          .addObject()
          .put("keys", rule.keys())
          .put("pairs", rule.pairs())
          .put("refusedBlocks", rule.refusedBlocks())
          .put("refusedPairs", rounded(rule.refusedPairs()));
    }
    ArrayNode shared = root.putArray("sharedAgreements");
    for (LinkageModel.Shared one : model.shared()) {
      shared
          .addObject()
          .put("field", one.field())
          .put("with", one.with())
          .put("share", rounded(one.share()));
    }
    return root;
  }

  private static void fields(LinkageModel model, ArrayNode fields) {
    for (LinkageModel.Field field : model.fields()) {
      ObjectNode node = fields.addObject();
      node.put("name", field.name());
      node.put("kind", field.kind());
      node.put("impossibleDates", field.impossibleDates());
      ArrayNode levels = node.putArray("levels");
      for (LinkageModel.Level level : field.levels()) {
        levels
            .addObject()
            .put("level", level.name())
            .put("m", rounded(level.m()))
            .put("u", rounded(level.u()))
            .put("weight", rounded(level.weight()));
      }
    }
  }

  static ObjectNode quality(LinkageResult result) {
    LinkageQuality quality = result.quality();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", "meent-linkage-quality/1");
    root.put("links", quality.links());
    root.put("expectedRight", rounded(quality.expectedRight()));
    root.put("expectedMatches", rounded(quality.matches()));
    estimate(root, "precision", quality.precision());
    estimate(root, "recall", quality.recall());
    estimate(root, "blockingLoss", quality.blockingLoss());
    root.put("emConverged", quality.converged());
    root.put("labels", quality.labels());
    ArrayNode subgroups = root.putArray("subgroups");
    for (GroupQuality group : quality.groups()) {
      ObjectNode node = subgroups.addObject();
      node.put("column", group.column()).put("value", group.value());
      node.put("records", group.records()).put("links", group.links());
      estimate(node, "precision", group.precision());
      estimate(node, "recall", group.recall());
      estimate(node, "blockingLoss", group.blockingLoss());
    }
    ArrayNode warnings = root.putArray("warnings");
    quality.warnings().forEach(warnings::add);
    return root;
  }

  private static void estimate(ObjectNode root, String name, Estimate estimate) {
    root.putObject(name)
        .put("value", rounded(estimate.value()))
        .put("lower95", rounded(estimate.lower()))
        .put("upper95", rounded(estimate.upper()));
  }

  private static BigDecimal rounded(double number) {
    return Double.isFinite(number) ? new BigDecimal(number).round(DIGITS) : BigDecimal.ZERO;
  }
}
