// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A place where declared rows are joined, filtered and counted. It can express only what is exact:
 * no floating number, no "any value", no order that leaves ties open. Text of a query language is
 * taken by {@link #derive} only, and only what is as exact. Means and floating sums are made in
 * Java, in a fixed order.
 *
 * <p>An engine opens no file and no connection; rows enter through {@link #create}. One thread at a
 * time may use it. Closing it forgets every table and empties its spill folder.
 */
public interface Engine extends AutoCloseable {

  /** The engine's name, as it stands in a run's record. */
  String name();

  /** The release of the software behind it. */
  String version();

  /**
   * Starts a table. It exists for {@link Relation.Scan} once the writer is closed.
   *
   * @throws IllegalArgumentException if the name is taken or there is no field
   */
  TableWriter create(String table, Schema schema);

  /**
   * Computes a relation and keeps it as a table.
   *
   * @throws IllegalArgumentException if the name is taken or the relation does not fit its tables
   */
  void store(String table, Relation relation);

  /**
   * Forgets a table.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  void drop(String table);

  /**
   * The schema of a table.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Schema schema(String table);

  /**
   * Computes a relation and hands its rows over in a total order: ascending by the named fields,
   * then by all others from left to right; missing comes first and text is compared by its UTF-8
   * bytes. Rows that are still equal are equal in everything, so that the result does not depend on
   * threads or on the order of the input.
   *
   * @throws IllegalArgumentException if the relation or the order names what is not there
   * @throws org.meent.protocols.refusal.RefusalException if a sum leaves the range of a long
   */
  Rows fetch(Relation relation, List<String> order);

  /** The number of rows of a relation. */
  default long count(Relation relation) {
    Relation one = relation.groupBy(List.of(), Aggregate.count("rows"));
    return fetch(one, List.of()).number(0, 0);
  }

  /**
   * Derives a value for persons by a researcher's own text and keeps it as a table of two fields,
   * {@link Script#PERSON} and that of the value. Only a text whose result is exact and the same on
   * every run is taken: one question, without random numbers, clocks, floating numbers, orders that
   * leave ties open, files, settings or anything about other tables.
   *
   * @throws org.meent.protocols.refusal.RefusalException if this engine takes no texts, or not this
   *     one
   * @throws IllegalArgumentException if the name is taken
   */
  default void derive(String table, Script script) {
    throw Refusal.environment(
            "linkage.script.engine", Where.file(script.file()), script.name(), name())
        .asException();
  }

  @Override
  void close();
}
