// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.yaml.Fields;

/** Finds the sources and variables that a cohort names, and tells of those that are not there. */
final class DeclaredNames {
  private final SequencedMap<String, SourcePlan> sources;
  private final List<String> joined;

  DeclaredNames(SequencedMap<String, SourcePlan> sources, LinkagePlan linkage) {
    this.sources = sources;
    this.joined = new ArrayList<>(linkage.joins().keySet());
    this.joined.addAll(linkage.scripts().keySet());
    // An unknown base is told where it stands; it does not make every other source wrong.
    this.joined.addAll(
        sources.containsKey(linkage.base()) ? List.of(linkage.base()) : sources.keySet());
  }

  SequencedMap<String, SourcePlan> sources() {
    return sources;
  }

  /** A source that is declared and joined. */
  String source(Fields at, String key) {
    String from = at.oneOf(key, sources.keySet(), "protocols.study.source");
    if (sources.containsKey(from) && !joined.contains(from)) {
      at.problems().badInput("protocols.study.source-not-joined", at.at(key), from);
    }
    return from;
  }

  /** A declared variable of a source. */
  String variable(Fields at, String key, String variable, String from) {
    SourcePlan source = sources.get(from);
    if (source != null && !variable.isEmpty() && !source.variables().containsKey(variable)) {
      at.problems()
          .badInput(
              "protocols.study.variable",
              at.at(key),
              variable,
              from,
              String.join(", ", source.variables().keySet()));
    }
    return variable;
  }

  boolean isKnown(String from, String variable) {
    SourcePlan source = sources.get(from);
    return source != null && source.variables().containsKey(variable);
  }

  /** The declared type; code for what is not declared, which is told elsewhere. */
  Type type(String from, String variable) {
    SourcePlan source = sources.get(from);
    SourcePlan.Variable declared = source == null ? null : source.variables().get(variable);
    return declared == null ? Type.CODE : declared.type();
  }

  /** Whether the source is declared and its rows have a time. */
  boolean isDated(String from) {
    return sources.containsKey(from) && timing(from).isDated();
  }

  /** When rows of a source hold; nothing for what is not declared, which is told elsewhere. */
  Timing timing(String from) {
    SourcePlan source = sources.get(from);
    return source == null ? Timing.NONE : source.timing();
  }
}
