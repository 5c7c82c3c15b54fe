// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.BridgePlan.Conflicts;
import org.meent.protocols.LinkagePlan.Relation;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.yaml.Fields;

/** The part {@code bridge} of the linkage. */
final class BridgePart {
  private final SequencedMap<String, SourcePlan> sources;
  private final List<String> identify;
  private final SequencedMap<String, Relation> joins;
  private final String base;

  BridgePart(
      SequencedMap<String, SourcePlan> sources,
      List<String> identify,
      SequencedMap<String, Relation> joins,
      String base) {
    this.sources = sources;
    this.identify = identify;
    this.joins = joins;
    this.base = base;
  }

  BridgePlan read(Fields at) {
    String source = at.oneOf("source", sources.keySet(), "protocols.study.source");
    if (source.equals(base) || joins.containsKey(source)) {
      at.problems().badInput("protocols.linkage.bridge-joined", at.at("source"), source);
    }
    List<String> from = at.texts("from", 1);
    from.stream()
        .filter(identify::contains)
        .forEach(
            set ->
                at.problems().badInput("protocols.linkage.bridge-identifies", at.at("from"), set));
    List<String> to = at.texts("to", 2);
    if (to.size() > 2) {
      at.problems().badInput("protocols.study.key", at.at("to"), to.size());
    }
    to.forEach(column -> variable(at, "to", column, source, Type.CODE));
    String date = at.text("date");
    variable(at, "date", date, source, Type.DATE);
    return new BridgePlan(source, from, to, date, at.choice("conflicts", Conflicts.REFUSE));
  }

  private void variable(Fields at, String key, String name, String source, Type type) {
    SourcePlan plan = sources.get(source);
    if (plan == null || name.isEmpty()) {
      return;
    }
    SourcePlan.Variable variable = plan.variables().get(name);
    if (variable == null) {
      at.problems()
          .badInput(
              "protocols.study.variable",
              at.at(key),
              name,
              source,
              String.join(", ", plan.variables().keySet()));
    } else if (variable.type() != type) {
      at.problems().badInput("protocols.linkage.bridge-type", at.at(key), name);
    }
  }
}
