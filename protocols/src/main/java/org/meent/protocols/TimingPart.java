// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.SourcePlan.Variable;
import org.meent.protocols.yaml.Fields;

/** When the rows of a source hold: the key {@code spell}, or {@code day}, or neither. */
final class TimingPart {
  private final SequencedMap<String, Variable> variables;

  TimingPart(SequencedMap<String, Variable> variables) {
    this.variables = variables;
  }

  Timing read(Fields at) {
    boolean spell = at.has("spell");
    boolean day = at.has("day");
    if (spell && day) {
      at.problems().badInput("protocols.study.spell-and-day", at.at("day"));
    }
    if (spell) {
      return at.fields("spell", this::spell);
    }
    return day ? new Timing.Event(variable(at, "day")) : Timing.NONE;
  }

  private Timing spell(Fields at) {
    String start = variable(at, "start");
    String end = variable(at, "end");
    if (!start.isEmpty() && start.equals(end)) {
      at.problems().badInput("protocols.study.spell-ends", at.at("end"), end);
    }
    List<String> open = at.has("open") ? at.texts("open", 1) : List.of();
    return new Timing.Spell(start, end, open, at.choice("end-is", Timing.EndIs.class));
  }

  /** A declared variable that holds days. */
  private String variable(Fields at, String key) {
    String name = at.oneOf(key, variables.keySet(), "protocols.study.day");
    Variable declared = variables.get(name);
    if (declared != null && declared.type() != Type.DATE) {
      at.problems().badInput("protocols.study.day-type", at.at(key), name);
    }
    return name;
  }
}
