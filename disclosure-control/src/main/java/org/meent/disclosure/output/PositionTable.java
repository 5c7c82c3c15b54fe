// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/**
 * Quantiles, end points and modes of a measure, by group; a box plot is one of these.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of
 * @param measure name of the measure in the protocol, the same in every output
 * @param measureLabel name for people, with the unit of measurement
 * @param rows the values, in the order shown
 */
public record PositionTable(
    String id,
    String title,
    Population population,
    String measure,
    String measureLabel,
    List<Position> rows)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no row, or rows of one group differ in their units
   */
  public PositionTable {
    rows = Groups.rows(id, population, rows, row -> row.evidence().units());
    Groups.agree(id, rows, Position::group, row -> row.evidence().units());
  }

  @Override
  public List<Statbarn> statbarns() {
    return rows.stream().map(row -> row.point().statbarn()).distinct().sorted().toList();
  }

  @Override
  public Evidence.PerRow evidence() {
    return new Evidence.PerRow(rows.stream().map(Position::evidence).toList());
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "PositionTable[" + id + ", " + rows.size() + " rows]";
  }
}
