// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meent.linkage.engine.Condition;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.Value;
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

  /**
   * A value of a declared variable as a protocol writes it, with a decimal point; empty if the
   * variable cannot have it.
   *
   * @throws IllegalArgumentException if the variable is not declared
   */
  public Optional<Value> value(String variable, String text) {
    Field field = field(variable);
    if (field.kind() == Field.Kind.TEXT) {
      return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(new Value.Text(text));
    }
    CellParser parser = new CellParser('.');
    boolean fits =
        !text.isEmpty()
            && parser.parse(text, java.util.Objects.requireNonNull(plan.variables().get(variable)))
                == CellParser.Fault.NONE;
    return fits ? Optional.of(new Value.Number(parser.value())) : Optional.empty();
  }

  /**
   * Conditions that rows must fulfil.
   *
   * @param where declared variables and the value that they must have, as a protocol writes it
   * @throws IllegalArgumentException if a variable is not declared or cannot have its value
   */
  public List<Condition> conditions(Map<String, String> where) {
    List<Condition> conditions = new ArrayList<>();
    where.forEach(
        (variable, text) ->
            conditions.add(
                new Condition.Equal(
                    field(variable).name(),
                    value(variable, text)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    variable + " cannot have the value of its condition")))));
    return conditions;
  }

  /** The pseudonyms that have a row, each once. */
  public Relation persons() {
    return rows().groupBy(List.of(KEY));
  }
}
