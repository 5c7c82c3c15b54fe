// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/**
 * Indices of concentration of an amount, by group.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of
 * @param measure name of the measure in the protocol, the same in every output
 * @param measureLabel name for people, with the unit of measurement
 * @param rows the indices, in the order shown
 */
public record ConcentrationTable(
    String id,
    String title,
    Population population,
    String measure,
    String measureLabel,
    List<Concentration> rows)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no row, or rows of one group differ in their units
   */
  public ConcentrationTable {
    rows = Groups.rows(id, population, rows, row -> row.contributors().units());
    Groups.agree(id, rows, Concentration::group, row -> row.contributors().units());
  }

  @Override
  public List<Statbarn> statbarns() {
    return rows.stream().map(row -> row.index().statbarn()).distinct().sorted().toList();
  }

  @Override
  public Evidence.PerRow evidence() {
    return new Evidence.PerRow(rows.stream().map(Concentration::contributors).toList());
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "ConcentrationTable[" + id + ", " + rows.size() + " rows]";
  }
}
