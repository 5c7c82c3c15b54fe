// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.CohortPlan.Treatment;
import org.meent.protocols.OutputPlan.Estimates;
import org.meent.protocols.OutputPlan.Flow;
import org.meent.protocols.OutputPlan.FlowByGroup;
import org.meent.protocols.OutputPlan.FrequencyTable;
import org.meent.protocols.OutputPlan.LinkageByGroup;
import org.meent.protocols.OutputPlan.LinkageError;
import org.meent.protocols.OutputPlan.MagnitudeTable;
import org.meent.protocols.yaml.Fields;

/** The part {@code outputs}. */
final class OutputsPart {
  private final AnalysisPlan analysis;
  private final CohortNames names;
  private final List<String> axes;
  private final LinkagePlan linkage;
  private final Treatment treatment;

  private OutputsPart(
      AnalysisPlan analysis, CohortNames names, LinkagePlan linkage, Treatment treatment) {
    this.linkage = linkage;
    this.treatment = treatment;
    this.analysis = analysis;
    this.names = names;
    this.axes = new ArrayList<>(List.of("arm"));
    axes.addAll(names.codes());
  }

  private enum Kind {
    FLOW,
    FLOW_BY_GROUP,
    SWITCHING,
    KEPT_AND_LOST,
    FREQUENCY_TABLE,
    MAGNITUDE_TABLE,
    ESTIMATES,
    EXIT_CURVES,
    LINKAGE_BY_GROUP,
    LINKAGE_ERROR,
    POLICY_TREE,
    POLICY_VALUE,
    MECHANISM,
    MODEL_CARD
  }

  static SequencedMap<String, OutputPlan> read(
      Fields top,
      AnalysisPlan analysis,
      CohortNames names,
      LinkagePlan linkage,
      Treatment treatment) {
    OutputsPart part = new OutputsPart(analysis, names, linkage, treatment);
    var outputs = top.named("outputs", 1, (name, at) -> part.output(name, at));
    outputs.values().forEach(plan -> part.demandWhole(plan, outputs.values(), top));
    outputs.forEach(
        (name, plan) ->
            Protocol.beside(name, plan, analysis).keySet().stream()
                .filter(outputs::containsKey)
                .forEach(
                    same ->
                        top.problems()
                            .badInput("protocols.study.harm-output", top.at("outputs"), same)));
    return outputs;
  }

  /** A part of an effect leaves beside the effect only, and so beside its possible harm. */
  private void demandWhole(OutputPlan plan, Collection<OutputPlan> outputs, Fields top) {
    if (plan instanceof OutputPlan.Mechanism(String name)
        && analysis.further().mechanisms().get(name) instanceof MechanismPlan why
        && analysis.effects().containsKey(why.effect())
        && !outputs.contains(new Estimates(why.effect()))) {
      top.problems()
          .badInput("protocols.study.mechanism-alone", top.at("outputs"), name, why.effect());
    }
  }

  private OutputPlan output(String name, Fields at) {
    ControlWords.check(name, at.spot(), at.problems());
    return switch (at.choice("kind", Kind.class)) {
      case FLOW -> new Flow();
      case FLOW_BY_GROUP -> new FlowByGroup(subgroup(at));
      case SWITCHING -> switching(at);
      case KEPT_AND_LOST -> new OutputPlan.KeptAndLost();
      case FREQUENCY_TABLE ->
          new FrequencyTable(
              axis(at, "rows"),
              otherAxis(at),
              at.oneOf("unit", List.of("persons"), "protocols.yaml.not-in-list"));
      case MAGNITUDE_TABLE ->
          new MagnitudeTable(
              axis(at, "rows"),
              otherAxis(at),
              at.oneOf("measure", names.numbers(), "protocols.study.measure"));
      case ESTIMATES ->
          new Estimates(at.oneOf("effect", analysis.effects().keySet(), "protocols.study.effect"));
      case EXIT_CURVES ->
          new OutputPlan.ExitCurves(
              at.oneOf("exits", analysis.exits().keySet(), "protocols.study.exits-name"));
      case LINKAGE_BY_GROUP ->
          new LinkageByGroup(
              joined(at, linkage.joins().keySet(), "protocols.linkage.output-source"),
              subgroup(at));
      case LINKAGE_ERROR ->
          new LinkageError(
              at.oneOf("source", linkage.pairings().keySet(), "protocols.linkage.output-pairing"));
      case POLICY_TREE -> new OutputPlan.PolicyTree(policy(at));
      case POLICY_VALUE -> new OutputPlan.PolicyValue(policy(at));
      case MECHANISM ->
          new OutputPlan.Mechanism(
              at.oneOf(
                  "mechanism",
                  analysis.further().mechanisms().keySet(),
                  "protocols.study.mechanism"));
      case MODEL_CARD -> new OutputPlan.ModelCard();
    };
  }

  private String policy(Fields at) {
    return at.oneOf("policy", analysis.further().policies().keySet(), "protocols.study.policy");
  }

  private OutputPlan switching(Fields at) {
    if (!names.followsStarts()) {
      at.problems().badInput("protocols.study.switching", at.at("kind"));
    }
    return new OutputPlan.Switching();
  }

  /**
   * A joined source whose rows can be told apart from others. With several arms, who has a row of
   * the treatment is a sum of arms, and nothing would protect the two together.
   */
  private String joined(Fields at, Collection<String> sources, String code) {
    String source = at.oneOf("source", sources, code);
    boolean sumOfArms = source.equals(treatment.from()) && treatment.arms().size() > 2;
    if (sumOfArms) {
      at.problems().badInput("protocols.linkage.output-treatment", at.at("source"), source);
    }
    return source;
  }

  private String subgroup(Fields at) {
    return at.oneOf("subgroup", linkage.subgroups(), "protocols.study.flow-subgroup");
  }

  private String axis(Fields at, String key) {
    return at.oneOf(key, axes, "protocols.study.axis");
  }

  private String otherAxis(Fields at) {
    String columns = axis(at, "columns");
    if (!columns.isEmpty() && columns.equals(at.text("rows"))) {
      at.problems().badInput("protocols.study.axes-equal", at.at("columns"));
    }
    return columns;
  }
}
