// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.List;

/**
 * A place where declared rows are joined, filtered and counted. It can express only what is exact:
 * no floating number, no "any value", no order that leaves ties open, no text of a query language.
 * Means and floating sums are made in Java, in a fixed order.
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

  @Override
  void close();
}
