// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.meent.protocols.ClientView;
import org.meent.protocols.OutputPlan;
import org.meent.protocols.People;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.yaml.Words;

/** A protocol as JSON, with every component of every record; a test holds it to that. */
final class ProtocolJson {
  private ProtocolJson() {}

  static Json.Members of(Protocol protocol) {
    return Json.object()
        .put("schema", "meent-protocol/1")
        .put("identity", identity(protocol.identity()))
        .put("purpose", protocol.purpose().label())
        .put(
            "relevance",
            Json.object()
                .put("scientific", protocol.relevance().scientific())
                .put("municipal", protocol.relevance().municipal())
                .build())
        .put("sources", each(protocol.sources(), ProtocolJson::source))
        .put(
            "feasibility",
            Json.object()
                .put("cost", protocol.feasibility().cost())
                .put("linkage-keys", protocol.feasibility().linkageKeys())
                .put("alternatives-without-data", protocol.feasibility().alternativesWithoutData())
                .build())
        .put("linkage", LinkageJson.of(protocol.linkage()))
        .put("cohort", CohortJson.of(protocol.cohort()))
        .put("analysis", AnalysisJson.of(protocol.analysis(), protocol.cohort()))
        .put("outputs", each(protocol.outputs(), ProtocolJson::output))
        .put("rules", protocol.rules())
        .put("client-view", clientView(protocol.clientView()))
        .put("people", people(protocol.people()))
        .put("derived-data-until", protocol.retention().derivedDataUntil().toString())
        .build();
  }

  private static Json identity(Protocol.Identity identity) {
    return Json.object()
        .put("id", identity.id())
        .put("version", identity.version())
        .put("title", identity.title())
        .put("lay-summary", identity.laySummary())
        .build();
  }

  /** What came later is left out where it was not written, so that signed digests stay. */
  private static Json source(SourcePlan source) {
    Json.Builder json = Json.object();
    if (!source.secondPerson().isEmpty()) {
      json.put("second-person", source.secondPerson());
    }
    return json.put("holder", source.holder())
        .put("files", new Json.Items(source.files().stream().map(ProtocolJson::file).toList()))
        .put("delimiter", String.valueOf(source.format().delimiter()))
        .put("decimal", String.valueOf(source.format().decimal()))
        .put("charset", source.format().charset())
        .put("key", source.key())
        .put("collected-for", source.collectedFor())
        .put("kind", Words.of(source.kind()))
        .put("timing", timing(source.timing()))
        .put("variables", each(source.variables(), ProtocolJson::variable))
        .put("exemption-reason", source.exemption().reason())
        .put("exemption-quality-check", source.exemption().qualityCheck())
        .build();
  }

  static Json file(SourcePlan.LockedPath file) {
    return Json.object().put("path", file.path()).put("lock", file.lock()).build();
  }

  private static Json timing(SourcePlan.Timing timing) {
    return switch (timing) {
      case SourcePlan.Timing.Undated() -> Json.object().build();
      case SourcePlan.Timing.Event(String day) -> Json.object().put("day", day).build();
      case SourcePlan.Timing.Spell(String start, String end, List<String> open, var endIs) ->
          Json.object()
              .put("start", start)
              .put("end", end)
              .put("open", open)
              .put("end-is", Words.of(endIs))
              .build();
    };
  }

  static Json variable(SourcePlan.Variable variable) {
    return Json.object()
        .put("type", Words.of(variable.type()))
        .put("scale", variable.scale())
        .put("missing", variable.missing())
        .put("why", variable.why())
        .put("validity", variable.validity())
        .build();
  }

  private static Json output(OutputPlan output) {
    return switch (output) {
      case OutputPlan.Flow() -> Json.object().put("kind", "flow").build();
      case OutputPlan.Switching() -> Json.object().put("kind", "switching").build();
      case OutputPlan.KeptAndLost() -> Json.object().put("kind", "kept-and-lost").build();
      case OutputPlan.FlowByGroup(String subgroup) ->
          Json.object().put("kind", "flow-by-group").put("subgroup", subgroup).build();
      case OutputPlan.FrequencyTable(String rows, String columns, String unit) ->
          Json.object()
              .put("kind", "frequency-table")
              .put("rows", rows)
              .put("columns", columns)
              .put("unit", unit)
              .build();
      case OutputPlan.MagnitudeTable(String rows, String columns, String measure) ->
          Json.object()
              .put("kind", "magnitude-table")
              .put("rows", rows)
              .put("columns", columns)
              .put("measure", measure)
              .build();
      case OutputPlan.Estimates(String effect) ->
          Json.object().put("kind", "estimates").put("effect", effect).build();
      case OutputPlan.ExitCurves(String exits) ->
          Json.object().put("kind", "exit-curves").put("exits", exits).build();
      case OutputPlan.LinkageByGroup(String source, String subgroup) ->
          Json.object()
              .put("kind", "linkage-by-group")
              .put("source", source)
              .put("subgroup", subgroup)
              .build();
      case OutputPlan.LinkageError(String source) ->
          Json.object().put("kind", "linkage-error").put("source", source).build();
      case OutputPlan.PolicyTree(String policy) ->
          Json.object().put("kind", "policy-tree").put("policy", policy).build();
      case OutputPlan.PolicyValue(String policy) ->
          Json.object().put("kind", "policy-value").put("policy", policy).build();
      case OutputPlan.Mechanism(String mechanism) ->
          Json.object().put("kind", "mechanism").put("mechanism", mechanism).build();
      case OutputPlan.ModelCard() -> Json.object().put("kind", "model-card").build();
    };
  }

  private static Json clientView(ClientView view) {
    List<Json> dialogues = view.dialogues().stream().map(ProtocolJson::dialogue).toList();
    return Json.object()
        .put("dialogues", new Json.Items(dialogues))
        .put("council-advice", Words.of(view.councilAdvice()))
        .put("reply-to-council", view.replyToCouncil())
        .build();
  }

  private static Json dialogue(ClientView.Dialogue dialogue) {
    return Json.object()
        .put("date", dialogue.date().toString())
        .put("city", dialogue.city())
        .put("participants", dialogue.participants())
        .put("statement", dialogue.statement())
        .put("answer", dialogue.answer())
        .build();
  }

  private static Json people(People people) {
    return Json.object()
        .put("researchers", people.researchers())
        .put("privacy-officer", people.privacyOfficer())
        .put("ethics-committee", people.ethicsCommittee())
        .put("client-council", people.clientCouncil())
        .put("output-checkers", people.outputCheckers())
        .build();
  }

  static <V> Json each(SequencedMap<String, V> map, Function<V, Json> writer) {
    SequencedMap<String, Json> written = new LinkedHashMap<>();
    for (Map.Entry<String, V> entry : map.entrySet()) {
      written.put(entry.getKey(), writer.apply(entry.getValue()));
    }
    return new Json.Members(written);
  }
}
