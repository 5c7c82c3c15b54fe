// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.protocols.LinkagePlan.Relation;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.SourcePlan.Variable;
import org.meent.protocols.yaml.Fields;

/** The part {@code linkage}. */
final class LinkagePart {
  private static final int MOST_LINKAGES = 1000;

  private final SequencedMap<String, SourcePlan> sources;
  private final StudyPath paths;
  private final SequencedMap<String, PairingPlan> pairings = new LinkedHashMap<>();

  LinkagePart(SequencedMap<String, SourcePlan> sources, StudyPath paths) {
    this.sources = sources;
    this.paths = paths;
  }

  LinkagePlan read(Fields at) {
    String base = at.oneOf("base", sources.keySet(), "protocols.study.source");
    SourcePlan plan = sources.get(base);
    if (plan != null && plan.timing().isDated()) {
      at.problems().badInput("protocols.study.base-dated", at.at("base"), base);
    }
    if (plan != null && plan.namesRecords()) {
      at.problems().badInput("protocols.linkage.records-by-key", at.at("base"), base);
    }
    List<String> identify = at.texts("identify", 1);
    SequencedMap<String, Relation> joins =
        at.named("joins", 0, (name, join) -> join(name, join, base));
    Set<String> joined = new HashSet<>(joins.keySet());
    joined.add(base);
    return new LinkagePlan(
        base,
        identify,
        joins,
        subgroups(at, base),
        pairings,
        linkages(at),
        at.has("bridge")
            ? Optional.of(at.fields("bridge", new BridgePart(sources, identify, joins, base)::read))
            : Optional.empty(),
        at.has("derived")
            ? at.named("derived", 1, new ScriptPart(sources, joined, paths)::read)
            : new LinkedHashMap<>());
  }

  /** How a source is joined. */
  private enum By {
    KEY,
    PROBABILITY
  }

  private Relation join(String name, Fields at, String base) {
    SourcePlan plan = sources.get(name);
    if (plan == null) {
      at.problems()
          .badInput("protocols.study.source", at.spot(), name, String.join(", ", sources.keySet()));
    } else if (name.equals(base)) {
      at.problems().badInput("protocols.study.base-joined", at.spot(), name);
    }
    By by = at.choice("by", By.KEY);
    if (plan != null && plan.namesRecords() != (by == By.PROBABILITY)) {
      String wrong = by == By.KEY ? "records-by-key" : "keyed-by-probability";
      at.problems().badInput("protocols.linkage." + wrong, at.spot(), name);
    }
    Relation relation = at.choice("relation", Relation.class);
    if (by == By.PROBABILITY) {
      pairings.put(name, new PairingPart(sources.get(base), plan).read(at));
    }
    return relation;
  }

  private int linkages(Fields at) {
    if (!at.has("linkages")) {
      return 0;
    }
    if (pairings.isEmpty()) {
      at.problems().badInput("protocols.linkage.linkages-of-keys", at.at("linkages"));
    }
    return (int) at.integer("linkages", 2, MOST_LINKAGES);
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
