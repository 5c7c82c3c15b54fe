// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.LinkagePlan.Relation;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.SourcePlan.Variable;
import org.meent.protocols.yaml.Fields;

/** The part {@code linkage}. */
final class LinkagePart {
  private final SequencedMap<String, SourcePlan> sources;

  LinkagePart(SequencedMap<String, SourcePlan> sources) {
    this.sources = sources;
  }

  LinkagePlan read(Fields at) {
    String base = at.oneOf("base", sources.keySet(), "protocols.study.source");
    SourcePlan plan = sources.get(base);
    if (plan != null && plan.timing().isDated()) {
      at.problems().badInput("protocols.study.base-dated", at.at("base"), base);
    }
    List<String> identify = at.texts("identify", 1);
    SequencedMap<String, Relation> joins =
        at.named("joins", 0, (name, join) -> join(name, join, base));
    return new LinkagePlan(base, identify, joins, subgroups(at, base));
  }

  private Relation join(String name, Fields at, String base) {
    if (!sources.containsKey(name)) {
      at.problems()
          .badInput("protocols.study.source", at.spot(), name, String.join(", ", sources.keySet()));
    } else if (name.equals(base)) {
      at.problems().badInput("protocols.study.base-joined", at.spot(), name);
    }
    return at.choice("relation", Relation.class);
  }

  /** Codes of the base source, so that everybody who can be lost has one. */
  private List<String> subgroups(Fields at, String base) {
    SourcePlan plan = sources.get(base);
    if (!at.has("subgroups") || plan == null) {
      return List.of();
    }
    List<String> codes =
        plan.variables().sequencedEntrySet().stream()
            .filter(variable -> isCode(variable.getValue()))
            .map(variable -> variable.getKey())
            .toList();
    return at.someOf("subgroups", codes, 1, "protocols.study.subgroup");
  }

  private static boolean isCode(Variable variable) {
    return variable.type() == Type.CODE;
  }
}
