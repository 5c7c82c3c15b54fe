// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meent.models.check.GateResult;
import org.meent.models.study.Differences;
import org.meent.models.study.EffectChecks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The gates of a planned effect in {@code effects.json}. */
final class EffectChecksJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EffectChecksJson() {}

  static void describe(ObjectNode node, EffectChecks checks) {
    node.put("method", checks.method());
    ArrayNode gates = node.putArray("gates");
    for (GateResult gate : checks.gates()) {
      ObjectNode one =
          gates
              .addObject()
              .put("gate", gate.gate())
              .put("verdict", gate.verdict().label())
              .put("criterion", gate.criterion());
      if (gate.verdict() != GateResult.Verdict.NOT_RUN) {
        one.put("measured", gate.measured());
      }
      if (Double.isFinite(gate.lowest())) {
        one.put("atLeast", gate.lowest());
      }
      if (Double.isFinite(gate.highest())) {
        one.put("atMost", gate.highest());
      }
    }
    checks.differences().ifPresent(found -> node.set("differences", JSON.valueToTree(found)));
  }

  static EffectChecks read(JsonNode node) {
    List<GateResult> gates = new ArrayList<>();
    node.path("gates").forEach(gate -> gates.add(gate(gate)));
    return new EffectChecks(
        node.path("method").asString(),
        gates,
        node.has("differences")
            ? Optional.of(JSON.treeToValue(node.path("differences"), Differences.class))
            : Optional.empty());
  }

  private static GateResult gate(JsonNode gate) {
    String verdict = gate.path("verdict").asString().replace('-', '_').toUpperCase(Locale.ROOT);
    return new GateResult(
        gate.path("gate").asString(),
        GateResult.Verdict.valueOf(verdict),
        gate.path("criterion").asString(),
        gate.has("measured") ? EffectsFile.number(gate.path("measured")) : Double.NaN,
        gate.has("atLeast") ? gate.path("atLeast").asDouble() : Double.NEGATIVE_INFINITY,
        gate.has("atMost") ? gate.path("atMost").asDouble() : Double.POSITIVE_INFINITY);
  }
}
