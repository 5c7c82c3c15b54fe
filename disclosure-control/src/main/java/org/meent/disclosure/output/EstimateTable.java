// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/**
 * Estimates of one planned effect, overall and by group. Groups of one variable and the whole are
 * linked: a figure hidden for one group must not come back from the others. The numbers of treated
 * and controls behind each row leave with it and are cells of the table arm by group.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of: the units of all arms, groups included
 * @param outcomeLabel what is affected, with its unit of measurement
 * @param armVariable variable that holds the arm, named as in the tables of the same request
 * @param rows the estimates, in the order shown
 */
public record EstimateTable(
    String id,
    String title,
    Population population,
    String outcomeLabel,
    String armVariable,
    List<Estimate> rows)
    implements StatisticalOutput {

  /** Name of the variable that holds the arm, as protocols write it. */
  public static final String ARM = "arm";

  /**
   * Copies the rows.
   *
   * @throws IllegalArgumentException if there is none, or one has more units than the population
   */
  public EstimateTable {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("estimate table " + id + " has no rows");
    }
    for (Estimate row : rows) {
      if (row.evidence().treated() + row.evidence().controls() > population.units()) {
        throw new IllegalArgumentException(
            "estimate table " + id + ": a row has more units than the population");
      }
    }
  }

  @Override
  public Evidence.Fits evidence() {
    return new Evidence.Fits(rows.stream().map(Estimate::evidence).toList());
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.CORRELATION_COEFFICIENTS);
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "EstimateTable[" + id + ", " + rows.size() + " rows]";
  }
}
