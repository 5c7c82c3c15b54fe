// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts of units by two variables, with row, column and grand totals. Counts are unweighted, and
 * each unit of the population is in exactly one cell.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of; its number of units is the grand total
 * @param unit what is counted, in plural, such as {@code persons}
 * @param rows the rows
 * @param columns the columns
 * @param evidence the counts
 */
public record FrequencyTable(
    String id,
    String title,
    Population population,
    String unit,
    Dimension rows,
    Dimension columns,
    Evidence.Counts evidence)
    implements StatisticalOutput {

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if the shape is not that of the dimensions, or the counts do
   *     not add up to the population
   */
  public FrequencyTable {
    Grid.check(evidence.units(), rows, columns);
    long total = evidence.units().stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    if (total != population.units()) {
      throw new IllegalArgumentException(
          "table " + id + ": the counts do not add up to the units of the population");
    }
  }

  /**
   * Counts units.
   *
   * @param rowCodes code of each unit on the rows' variable, "" where unknown
   * @param columnCodes code of each unit on the columns' variable, in the same order of units
   * @throws IllegalArgumentException if the lists differ in length, or a code is no category
   */
  public static FrequencyTable tabulate(
      String id,
      String title,
      Population population,
      String unit,
      Dimension rows,
      Dimension columns,
      List<String> rowCodes,
      List<String> columnCodes,
      Evidence.Zeros zeros) {
    if (rowCodes.size() != columnCodes.size()) {
      throw new IllegalArgumentException("row codes and column codes differ in number");
    }
    long[][] counts = new long[rows.categories().size()][columns.categories().size()];
    for (int i = 0; i < rowCodes.size(); i++) {
      counts[rows.indexOf(rowCodes.get(i))][columns.indexOf(columnCodes.get(i))]++;
    }
    List<List<Long>> units = new ArrayList<>();
    for (long[] row : counts) {
      units.add(IntStream.range(0, row.length).mapToObj(j -> row[j]).toList());
    }
    return new FrequencyTable(
        id,
        title,
        population,
        unit,
        rows,
        columns,
        new Evidence.Counts(Collections.unmodifiableList(units), zeros));
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.FREQUENCIES);
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "FrequencyTable[" + id + ", " + Grid.shape(evidence.units()) + "]";
  }
}
