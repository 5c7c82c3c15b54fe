// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A measure by two variables, with row, column and grand totals. Inside, each cell holds an exact
 * sum, its units and its largest contributors. What leaves is the <em>mean</em> of a cell and its
 * number of units; whoever has both has the sum, so the gate protects sums and units.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whom it speaks of; its number of units is the units of the grand total
 * @param measure name of the measure in the protocol, the same in every output
 * @param measureLabel name for people, with the unit of measurement
 * @param scale digits after the decimal mark: amount = whole number / 10^scale
 * @param rows the rows
 * @param columns the columns
 * @param evidence the cells
 */
public record MagnitudeTable(
    String id,
    String title,
    Population population,
    String measure,
    String measureLabel,
    int scale,
    Dimension rows,
    Dimension columns,
    Evidence.Contributions evidence)
    implements StatisticalOutput {

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if the shape is not that of the dimensions, the units do not
   *     add up to the population, or a measure that cannot be negative is
   */
  public MagnitudeTable {
    Grid.check(evidence.cells(), rows, columns);
    long total =
        evidence.cells().stream().flatMap(List::stream).mapToLong(MagnitudeCell::units).sum();
    if (total != population.units() || scale < 0) {
      throw new IllegalArgumentException(
          "table " + id + ": units do not add up to the population, or the scale is negative");
    }
    boolean negative =
        evidence.cells().stream()
            .flatMap(List::stream)
            .anyMatch(cell -> cell.sum() != cell.absoluteSum());
    if (negative && evidence.sign() == Evidence.Sign.NON_NEGATIVE) {
      throw new IllegalArgumentException(
          "table " + id + ": the measure is declared non-negative and has negative contributions");
    }
  }

  /**
   * Adds up a measure.
   *
   * @param rowCodes code of each unit on the rows' variable, "" where unknown
   * @param columnCodes code of each unit on the columns' variable, in the same order of units
   * @param amounts contribution of each unit, as whole numbers of the scale
   * @throws IllegalArgumentException if the lists differ in length, or a code is no category
   */
  public static MagnitudeTable tabulate(
      String id,
      String title,
      Population population,
      String measure,
      String measureLabel,
      int scale,
      Dimension rows,
      Dimension columns,
      List<String> rowCodes,
      List<String> columnCodes,
      long[] amounts,
      Evidence.Sign sign) {
    if (rowCodes.size() != columnCodes.size() || rowCodes.size() != amounts.length) {
      throw new IllegalArgumentException("row codes, column codes and amounts differ in number");
    }
    List<List<MagnitudeCell>> cells = new ArrayList<>();
    for (int i = 0; i < rows.categories().size(); i++) {
      MagnitudeCell[] row = new MagnitudeCell[columns.categories().size()];
      Arrays.fill(row, MagnitudeCell.EMPTY);
      cells.add(Arrays.asList(row));
    }
    for (int i = 0; i < amounts.length; i++) {
      List<MagnitudeCell> row = cells.get(rows.indexOf(rowCodes.get(i)));
      int column = columns.indexOf(columnCodes.get(i));
      row.set(column, row.get(column).with(amounts[i]));
    }
    return new MagnitudeTable(
        id,
        title,
        population,
        measure,
        measureLabel,
        scale,
        rows,
        columns,
        new Evidence.Contributions(cells, sign));
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.LINEAR_AGGREGATIONS);
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "MagnitudeTable[" + id + ", " + Grid.shape(evidence.cells()) + "]";
  }
}
