// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.List;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.flow.Flow;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.SourcePlan;

/**
 * A source whose rows stand in the engine: rows of persons of the population only.
 *
 * @param name name in the protocol
 * @param plan its declaration
 * @param relation how many rows a person may have
 * @param table name of its table in the engine
 * @param flow what happened to its rows
 * @param repeatedRows rows of a one-to-many source that repeat another row in everything that was
 *     declared; they are kept, because two equal rows may be two events, and reported as a finding
 */
public record OpenedSource(
    String name,
    SourcePlan plan,
    LinkagePlan.Relation relation,
    String table,
    Flow flow,
    long repeatedRows) {

  /** The field that holds the pseudonym, as a whole number. */
  public static final String KEY = SourceReader.KEY;

  /** Its rows: {@link #KEY} and the declared variables. */
  public Relation rows() {
    return Relation.scan(table);
  }

  /**
   * The field of a declared variable.
   *
   * @throws IllegalArgumentException if the variable is not declared
   */
  public Field field(String variable) {
    if (!plan.variables().containsKey(variable)) {
      throw new IllegalArgumentException("source " + name + " declares no variable " + variable);
    }
    return SourceReader.schema(plan).field(SourceReader.field(variable));
  }

  /** The pseudonyms that have a row, each once. */
  Relation persons() {
    return rows().groupBy(List.of(KEY));
  }
}
