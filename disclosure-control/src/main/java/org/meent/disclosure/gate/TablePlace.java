// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.MagnitudeCell;

/**
 * A place in a two-way table with margins.
 *
 * @param row row from 0, or -1 for the total
 * @param column column from 0, or -1 for the total
 * @param codes code by variable; without a variable whose total it is
 */
record TablePlace(int row, int column, SortedMap<String, String> codes) {

  /** All places, row by row, totals last. */
  static List<TablePlace> of(Dimension rows, Dimension columns) {
    List<TablePlace> places = new ArrayList<>();
    for (int i = 0; i <= rows.categories().size(); i++) {
      for (int j = 0; j <= columns.categories().size(); j++) {
        TreeMap<String, String> codes = new TreeMap<>();
        boolean rowTotal = i == rows.categories().size();
        boolean columnTotal = j == columns.categories().size();
        if (!rowTotal) {
          codes.put(rows.variable(), rows.categories().get(i));
        }
        if (!columnTotal) {
          codes.put(columns.variable(), columns.categories().get(j));
        }
        places.add(new TablePlace(rowTotal ? -1 : i, columnTotal ? -1 : j, codes));
      }
    }
    return places;
  }

  boolean inner() {
    return row >= 0 && column >= 0;
  }

  /** The count here, margins added up. */
  long count(List<List<Long>> units) {
    long sum = 0;
    for (int i = 0; i < units.size(); i++) {
      for (int j = 0; j < units.get(i).size(); j++) {
        sum += covers(i, j) ? units.get(i).get(j) : 0;
      }
    }
    return sum;
  }

  /** The cell here, margins merged. */
  MagnitudeCell cell(List<List<MagnitudeCell>> cells) {
    MagnitudeCell merged = MagnitudeCell.EMPTY;
    for (int i = 0; i < cells.size(); i++) {
      for (int j = 0; j < cells.get(i).size(); j++) {
        merged = covers(i, j) ? merged.merge(cells.get(i).get(j)) : merged;
      }
    }
    return merged;
  }

  /** What stands in the column of a variable. */
  String shown(Dimension dimension) {
    String code = codes.get(dimension.variable());
    return code == null ? Dimension.TOTAL : CellKey.shown(code);
  }

  private boolean covers(int i, int j) {
    return (row == i || row < 0) && (column == j || column < 0);
  }
}
