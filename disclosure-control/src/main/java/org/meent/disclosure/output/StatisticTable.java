// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/**
 * Correlations, moments of shape and tests: figures of all units together that tell of one unit
 * only where there are few degrees of freedom, or one unit carries the figure.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of
 * @param rows the statistics, in the order shown
 */
public record StatisticTable(String id, String title, Population population, List<Statistic> rows)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no row, or one has more units than the population
   */
  public StatisticTable {
    rows = Groups.rows(id, population, rows, row -> row.evidence().units());
  }

  @Override
  public List<Statbarn> statbarns() {
    return rows.stream().map(row -> row.measure().statbarn()).distinct().sorted().toList();
  }

  @Override
  public Evidence.PerRow evidence() {
    return new Evidence.PerRow(rows.stream().map(Statistic::evidence).toList());
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "StatisticTable[" + id + ", " + rows.size() + " rows]";
  }
}
