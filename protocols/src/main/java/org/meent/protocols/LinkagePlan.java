// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.SequencedMap;

/**
 * How sources are joined by key.
 *
 * @param base the source whose persons start the cohort
 * @param identify values of the first key column that identify a person
 * @param joins the other sources and their declared relation to a person
 * @param subgroups codes of the base source for whose values the flow is told apart
 */
public record LinkagePlan(
    String base,
    List<String> identify,
    SequencedMap<String, Relation> joins,
    List<String> subgroups) {

  /** Copies lists and joins. */
  public LinkagePlan {
    identify = List.copyOf(identify);
    joins = Ordered.copy(joins);
    subgroups = List.copyOf(subgroups);
  }

  /** How many rows a person may have; a join that multiplies rows undeclared stops the run. */
  public enum Relation {
    /** At most one row for a person. */
    ONE_TO_ONE,
    /** Any number of rows for a person. */
    ONE_TO_MANY
  }
}
