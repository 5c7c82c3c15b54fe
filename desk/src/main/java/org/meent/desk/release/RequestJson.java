// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.release;

import java.util.List;
import java.util.Locale;
import org.meent.disclosure.gate.Decision;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.gate.Judgement;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.repair.Advised;
import org.meent.disclosure.repair.RepairJson;
import org.meent.ethics.Mandate;
import org.meent.ethics.Waiver;
import org.meent.protocols.Protocol;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The two machine-readable files of a request. */
final class RequestJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RequestJson() {}

  static byte[] request(Mandate mandate, String run, String build, Judgement judgement) {
    Protocol protocol = mandate.protocol();
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-request-1");
    root.put("demonstration", mandate.demonstration());
    root.putObject("protocol")
        .put("id", protocol.identity().id())
        .put("version", protocol.identity().version())
        .put("digest", mandate.digest());
    root.put("run", run);
    root.put("build", build);
    root.putObject("rule-set")
        .put("id", judgement.ruleSet())
        .put("version", judgement.ruleSetVersion());
    ArrayNode inputs = root.putArray("inputs");
    protocol
        .sources()
        .forEach(
            (name, source) ->
                source
                    .files()
                    .forEach(
                        file ->
                            inputs
                                .addObject()
                                .put("source", name)
                                .put("file", file.path())
                                .put("sha256", file.lock())));
    ArrayNode asked = root.putArray("outputs");
    for (Releasable releasable : judgement.releasables()) {
      ObjectNode output =
          asked
              .addObject()
              .put("id", releasable.id())
              .put("title", releasable.title())
              .put("population", releasable.population())
              .put("file", "outputs/" + releasable.id() + ".csv");
      waivers(output, releasable.waivers());
    }
    root.put("state", "waits for two output checkers");
    return bytes(root);
  }

  /** What two checkers set aside; without a cell's name, because it travels. */
  private static void waivers(ObjectNode output, List<Waiver> waivers) {
    if (waivers.isEmpty()) {
      return;
    }
    ArrayNode list = output.putArray("waivers");
    for (Waiver waiver : waivers) {
      ObjectNode node =
          list.addObject().put("rule", waiver.rule()).put("reason", waiver.reason().label());
      ArrayNode by = node.putArray("by");
      waiver
          .statements()
          .forEach(
              said ->
                  by.addObject()
                      .put("person", said.person())
                      .put("signed-on", said.signedOn().toString())
                      .put("explanation", said.explanation()));
    }
  }

  static byte[] findings(Advised advised) {
    Judgement judgement = advised.judgement();
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-findings-1");
    root.put("rule-set", judgement.ruleSet());
    ArrayNode list = root.putArray("outputs");
    for (Decision decision : judgement.decisions()) {
      ObjectNode output = list.addObject();
      output.put("id", decision.output());
      output.put("decision", decision.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      if (decision instanceof Decision.Referral referral) {
        output.put("content", referral.content());
      }
      if (!decision.changes().isEmpty()) {
        ArrayNode changes = output.putArray("changes");
        decision.changes().forEach(finding -> describe(changes.addObject(), finding));
      }
      ArrayNode findings = output.putArray("findings");
      decision.findings().forEach(finding -> describe(findings.addObject(), finding));
      ArrayNode repairs = output.putArray("repairs");
      advised
          .of(decision.output())
          .forEach(repair -> RepairJson.describe(repairs.addObject(), repair));
    }
    return bytes(root);
  }

  private static void describe(ObjectNode node, Finding finding) {
    node.put("rule", finding.rule())
        .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("waivable", finding.soft())
        .put("subject", finding.subject())
        .put("code", finding.code())
        .put("sentence", finding.sentence(Locale.ENGLISH));
    String advice = finding.advice(Locale.ENGLISH);
    if (!advice.isEmpty()) {
      node.put("advice", advice);
    }
  }

  private static byte[] bytes(ObjectNode root) {
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    return (text.replace("\r\n", "\n") + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
