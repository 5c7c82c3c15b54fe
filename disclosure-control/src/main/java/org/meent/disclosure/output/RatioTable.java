// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/**
 * Ratios of two groups: odds ratios, risk ratios, risk differences. With the size of the groups a
 * ratio gives counts back, so its four counts are cells of the request.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of
 * @param variable variable that tells the groups apart, named as in tables of the same request
 * @param outcome variable that tells cases from others, named as in tables of the same request
 * @param caseCode its code for cases
 * @param otherCode its code for others
 * @param rows the ratios, in the order shown
 */
public record RatioTable(
    String id,
    String title,
    Population population,
    String variable,
    String outcome,
    String caseCode,
    String otherCode,
    List<Ratio> rows)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no row, one has more units than the population, or
   *     groups or codes are the same
   */
  public RatioTable {
    rows = Groups.rows(id, population, rows, row -> row.counts().units());
    if (variable.equals(outcome) || caseCode.equals(otherCode)) {
      throw new IllegalArgumentException("ratios " + id + ": groups and outcome are the same");
    }
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.CALCULATED_RATIOS);
  }

  @Override
  public Evidence.PerRow evidence() {
    return new Evidence.PerRow(rows.stream().map(Ratio::counts).toList());
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "RatioTable[" + id + ", " + rows.size() + " rows]";
  }
}
