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
import org.meent.models.sensitivity.RobustnessValue;
import org.meent.models.study.EffectResult;
import org.meent.models.study.FindingLine;
import org.meent.models.study.FurtherFindings;
import org.meent.models.study.MechanismFinding;
import org.meent.models.study.PolicyFinding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code further.json}: rules, errors of measurement and mechanisms as the effects stage leaves
 * them, inside only. It is not there if the protocol asks none of them.
 */
final class FurtherFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "further.json";

  private FurtherFile() {}

  static void write(FurtherFindings findings, Path folder) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-study-further-1");
    ArrayNode policies = root.putArray("policies");
    findings
        .policies()
        .forEach(
            (name, finding) -> {
              ObjectNode node = policies.addObject();
              node.put("persons", finding.persons());
              EffectsFile.describe(node.putObject("values"), finding.values());
              ArrayNode leaves = node.putArray("leaves");
              finding.leaves().forEach(leaf -> leaves.add(JSON.<JsonNode>valueToTree(leaf)));
              lines(node.putArray("tests"), finding.tests());
            });
    ObjectNode errors = root.putObject("errors");
    findings.errors().forEach((name, found) -> lines(errors.putArray(name), found));
    ArrayNode mechanisms = root.putArray("mechanisms");
    for (MechanismFinding finding : findings.mechanisms().values()) {
      ObjectNode node = mechanisms.addObject();
      EffectsFile.describe(node.putObject("values"), finding.values());
      finding.strength().ifPresent(strength -> node.set("strength", JSON.valueToTree(strength)));
    }
    Files.write(
        folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  /** The findings; none if nothing was asked. */
  static FurtherFindings read(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(NAME))) {
      return FurtherFindings.NONE;
    }
    JsonNode root = JSON.readTree(Files.readAllBytes(folder.resolve(NAME)));
    SequencedMap<String, PolicyFinding> policies = new LinkedHashMap<>();
    for (JsonNode node : root.path("policies")) {
      EffectResult values = EffectsFile.effect(node.path("values"));
      List<PolicyFinding.Leaf> leaves = new ArrayList<>();
      for (JsonNode leaf : node.path("leaves")) {
        leaves.add(JSON.treeToValue(leaf, PolicyFinding.Leaf.class));
      }
      policies.put(
          values.effect(),
          new PolicyFinding(
              node.path("persons").asLong(), values, leaves, lines(node.path("tests"))));
    }
    SequencedMap<String, List<FindingLine>> errors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("errors").properties()) {
      errors.put(entry.getKey(), lines(entry.getValue()));
    }
    return new FurtherFindings(policies, errors, mechanisms(root.path("mechanisms")));
  }

  private static SequencedMap<String, MechanismFinding> mechanisms(JsonNode from) {
    SequencedMap<String, MechanismFinding> mechanisms = new LinkedHashMap<>();
    for (JsonNode node : from) {
      EffectResult values = EffectsFile.effect(node.path("values"));
      Optional<RobustnessValue> strength =
          node.has("strength")
              ? Optional.of(JSON.treeToValue(node.path("strength"), RobustnessValue.class))
              : Optional.empty();
      mechanisms.put(values.effect(), new MechanismFinding(values, strength));
    }
    return mechanisms;
  }

  private static void lines(ArrayNode into, List<FindingLine> lines) {
    lines.forEach(line -> into.add(JSON.<JsonNode>valueToTree(line)));
  }

  private static List<FindingLine> lines(JsonNode from) {
    List<FindingLine> lines = new ArrayList<>();
    for (JsonNode line : from) {
      lines.add(JSON.treeToValue(line, FindingLine.class));
    }
    return lines;
  }
}
