// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.OutputPlan.Estimates;
import org.meent.protocols.OutputPlan.Flow;
import org.meent.protocols.OutputPlan.FlowByGroup;
import org.meent.protocols.OutputPlan.FrequencyTable;
import org.meent.protocols.OutputPlan.MagnitudeTable;
import org.meent.protocols.yaml.Fields;

/** The part {@code outputs}. */
final class OutputsPart {
  private final AnalysisPlan analysis;
  private final CohortNames names;
  private final List<String> axes;
  private final List<String> subgroups;

  private OutputsPart(AnalysisPlan analysis, CohortNames names, List<String> subgroups) {
    this.subgroups = subgroups;
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
    ESTIMATES
  }

  static SequencedMap<String, OutputPlan> read(
      Fields top, AnalysisPlan analysis, CohortNames names, List<String> subgroups) {
    OutputsPart part = new OutputsPart(analysis, names, subgroups);
    return top.named("outputs", 1, (name, at) -> part.output(name, at));
  }

  private OutputPlan output(String name, Fields at) {
    ControlWords.check(name, at.spot(), at.problems());
    return switch (at.choice("kind", Kind.class)) {
      case FLOW -> new Flow();
      case FLOW_BY_GROUP ->
          new FlowByGroup(at.oneOf("subgroup", subgroups, "protocols.study.flow-subgroup"));
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
    };
  }

  private OutputPlan switching(Fields at) {
    if (!names.followsStarts()) {
      at.problems().badInput("protocols.study.switching", at.at("kind"));
    }
    return new OutputPlan.Switching();
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
