// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.List;
import java.util.Locale;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.repair.RepairJson;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The verdicts for machines: {@code META-INF/meent/schemas/verdicts-1.schema.json}. */
public final class VerdictsJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private VerdictsJson() {}

  /** The text of the file, with a line feed at its end. */
  public static String of(RuleSet rules, List<Checked> outputs) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-verdicts-1");
    root.putObject("rule-set").put("id", rules.id()).put("version", rules.version());
    ArrayNode list = root.putArray("outputs");
    outputs.forEach(output -> describe(list.addObject(), output));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n")
        + "\n";
  }

  private static void describe(ObjectNode node, Checked output) {
    node.put("file", output.file())
        .put("output", output.output())
        .put("kind", output.kind())
        .put("verdict", word(output.verdict()))
        .put("evidence", output.recomputed() ? "recomputed" : "stated");
    if (!output.made().by().isEmpty()) {
      node.putObject("made")
          .put("by", output.made().by())
          .put("status", output.made().status())
          .put("command", output.made().command())
          .put("exception", output.made().exception());
    }
    ArrayNode findings = node.putArray("findings");
    output.findings().forEach(finding -> describe(findings.addObject(), finding));
    ArrayNode repairs = node.putArray("repairs");
    output.repairs().forEach(repair -> RepairJson.describe(repairs.addObject(), repair));
  }

  private static void describe(ObjectNode node, Finding finding) {
    node.put("rule", finding.rule())
        .put("verdict", word(finding.verdict()))
        .put("subject", finding.subject())
        .put("code", finding.code())
        .put("sentence", finding.sentence(Locale.ENGLISH));
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
