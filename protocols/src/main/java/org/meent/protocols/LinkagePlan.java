// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How sources are joined, and what is made of them before the cohort.
 *
 * @param base the source whose persons start the cohort
 * @param identify values of the first key column that identify a person
 * @param joins the other sources and their declared relation to a person
 * @param subgroups codes of the base source for whose values the flow is told apart
 * @param pairings how joined sources without a pseudonym are linked by probability, by source
 * @param linkages linkages drawn from the posterior, over which effects are pooled; 0 for the best
 *     one only
 * @param bridge how persons under an earlier pseudonym are carried to their later one
 * @param scripts variables that the researcher's own SQL derives, by name
 */
public record LinkagePlan(
    String base,
    List<String> identify,
    SequencedMap<String, Relation> joins,
    List<String> subgroups,
    SequencedMap<String, PairingPlan> pairings,
    int linkages,
    Optional<BridgePlan> bridge,
    SequencedMap<String, ScriptPlan> scripts) {

  /** Copies lists and maps. */
  public LinkagePlan {
    identify = List.copyOf(identify);
    joins = Ordered.copy(joins);
    subgroups = List.copyOf(subgroups);
    pairings = Ordered.copy(pairings);
    scripts = Ordered.copy(scripts);
  }

  /** Joins by key only, without bridge or scripts. */
  public LinkagePlan(
      String base,
      List<String> identify,
      SequencedMap<String, Relation> joins,
      List<String> subgroups) {
    this(
        base,
        identify,
        joins,
        subgroups,
        new LinkedHashMap<>(),
        0,
        Optional.empty(),
        new LinkedHashMap<>());
  }

  /** The sources a cohort may take from: those given and what scripts derive of them. */
  public SequencedMap<String, SourcePlan> withDerived(SequencedMap<String, SourcePlan> sources) {
    SequencedMap<String, SourcePlan> all = new LinkedHashMap<>(sources);
    scripts.forEach((name, script) -> all.put(name, script.asSource()));
    return all;
  }

  /** How many rows a person may have; a join that multiplies rows undeclared stops the run. */
  public enum Relation {
    /** At most one row for a person. */
    ONE_TO_ONE,
    /** Any number of rows for a person. */
    ONE_TO_MANY
  }
}
