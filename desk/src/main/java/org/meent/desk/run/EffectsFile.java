// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.Standing;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.models.study.EffectResult;
import org.meent.models.study.EffectResult.BalanceRow;
import org.meent.models.study.EffectResult.Criterion;
import org.meent.models.study.EffectResult.Spread;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code effects.json}: the planned effects as the effects stage leaves them, inside only. */
final class EffectsFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "effects.json";

  private EffectsFile() {}

  static void write(SequencedMap<String, EffectResult> effects, Path folder) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-effects-1");
    ArrayNode list = root.putArray("effects");
    for (EffectResult effect : effects.values()) {
      describe(list.addObject(), effect);
    }
    Files.write(
        folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  static SequencedMap<String, EffectResult> read(Path folder) throws IOException {
    SequencedMap<String, EffectResult> effects = new LinkedHashMap<>();
    for (JsonNode node : JSON.readTree(Files.readAllBytes(folder.resolve(NAME))).path("effects")) {
      EffectResult effect = effect(node);
      effects.put(effect.effect(), effect);
    }
    return effects;
  }

  static void describe(ObjectNode node, EffectResult effect) {
    node.put("effect", effect.effect()).put("persons", effect.persons());
    effect.power().ifPresent(power -> node.set("power", JSON.valueToTree(power)));
    ArrayNode rows = node.putArray("rows");
    effect.rows().forEach(row -> describe(rows.addObject(), row));
    ArrayNode criteria = node.putArray("criteria");
    for (Criterion criterion : effect.criteria()) {
      criteria
          .addObject()
          .put("method", criterion.method())
          .put("limit", criterion.limit())
          .put("estimand", criterion.estimand())
          .put("measured", criterion.measured())
          .put("bound", criterion.bound())
          .put("met", criterion.met());
    }
    ArrayNode balance = node.putArray("balance");
    for (BalanceRow row : effect.balance()) {
      balance
          .addObject()
          .put("covariate", row.covariate())
          .put("before", row.before())
          .put("after", row.after());
    }
    ObjectNode spread = node.putObject("propensities");
    effect.propensities().treated().forEach(spread.putArray("treated")::add);
    effect.propensities().controls().forEach(spread.putArray("controls")::add);
    EffectChecksJson.describe(node.putObject("checks"), effect.checks());
  }

  private static void describe(ObjectNode node, Estimate row) {
    node.put("method", row.method())
        .put("estimand", row.estimand())
        .put("arm", row.arm())
        .put("reference", row.reference());
    row.group().forEach(node.putObject("group")::put);
    switch (row.result()) {
      case Estimate.Estimated figures ->
          node.put("value", figures.value())
              .put("standardError", figures.standardError())
              .put("lower", figures.lower())
              .put("upper", figures.upper());
      case Estimate.Refused refused -> node.put("refused", refused.reason());
    }
    describe(node.putObject("family"), row.standing());
    FitEvidence evidence = row.evidence();
    node.putObject("evidence")
        .put("treated", evidence.treated())
        .put("controls", evidence.controls())
        .put("residualDegreesOfFreedom", evidence.residualDegreesOfFreedom())
        .put("parameters", evidence.parameters())
        .put("smallestCategory", evidence.smallestCategory())
        .put("saturation", evidence.saturation().name())
        .put("meanOf", evidence.meanOf());
  }

  private static void describe(ObjectNode node, Standing standing) {
    switch (standing) {
      case Standing.Alone() -> node.put("stamp", "none");
      case Standing.Exploratory() -> node.put("stamp", "exploratory");
      case Standing.Simultaneous(double lower, double upper) ->
          node.put("stamp", "declared").put("lower", lower).put("upper", upper);
      case Standing.Discovery(double p) -> node.put("stamp", "declared").put("p", p);
    }
  }

  private static Standing standing(JsonNode node) {
    return switch (node.path("stamp").asString()) {
      case "declared" ->
          node.has("p")
              ? new Standing.Discovery(number(node.path("p")))
              : new Standing.Simultaneous(number(node.path("lower")), number(node.path("upper")));
      case "exploratory" -> Standing.EXPLORATORY;
      default -> Standing.ALONE;
    };
  }

  static EffectResult effect(JsonNode node) {
    List<Estimate> rows = new ArrayList<>();
    node.path("rows").forEach(row -> rows.add(row(row)));
    List<Criterion> criteria = new ArrayList<>();
    for (JsonNode c : node.path("criteria")) {
      criteria.add(
          new Criterion(
              c.path("method").asString(),
              c.path("limit").asString(),
              c.path("estimand").asString(),
              number(c.path("measured")),
              number(c.path("bound")),
              c.path("met").asBoolean()));
    }
    List<BalanceRow> balance = new ArrayList<>();
    for (JsonNode b : node.path("balance")) {
      balance.add(
          new BalanceRow(
              b.path("covariate").asString(), number(b.path("before")), number(b.path("after"))));
    }
    JsonNode spread = node.path("propensities");
    return new EffectResult(
        node.path("effect").asString(),
        node.path("persons").asLong(),
        node.has("power")
            ? Optional.of(JSON.treeToValue(node.path("power"), DetectableEffect.class))
            : Optional.empty(),
        rows,
        criteria,
        balance,
        new Spread(counts(spread.path("treated")), counts(spread.path("controls"))),
        EffectChecksJson.read(node.path("checks")));
  }

  private static Estimate row(JsonNode node) {
    SortedMap<String, String> group = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("group").properties()) {
      group.put(entry.getKey(), entry.getValue().asString());
    }
    Estimate.Result result =
        node.has("refused")
            ? new Estimate.Refused(node.path("refused").asString())
            : new Estimate.Estimated(
                number(node.path("value")),
                number(node.path("standardError")),
                number(node.path("lower")),
                number(node.path("upper")));
    JsonNode evidence = node.path("evidence");
    return new Estimate(
        node.path("method").asString(),
        node.path("estimand").asString(),
        node.path("arm").asString(),
        node.path("reference").asString(),
        group,
        result,
        new FitEvidence(
            evidence.path("treated").asLong(),
            evidence.path("controls").asLong(),
            evidence.path("residualDegreesOfFreedom").asLong(),
            evidence.path("parameters").asInt(),
            evidence.path("smallestCategory").asLong(),
            FitEvidence.Saturation.valueOf(evidence.path("saturation").asString()),
            evidence.path("meanOf").asString()),
        standing(node.path("family")));
  }

  /** JSON has no infinities; they are written as text and read back here. */
  static double number(JsonNode node) {
    return node.isString() ? Double.parseDouble(node.asString()) : node.asDouble();
  }

  private static List<Long> counts(JsonNode node) {
    List<Long> counts = new ArrayList<>();
    node.forEach(count -> counts.add(count.asLong()));
    return counts;
  }
}
