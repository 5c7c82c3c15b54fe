// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/** Rectangular lists of lists. */
final class Grid {
  private Grid() {}

  static <T> List<List<T>> copy(List<List<T>> rows) {
    if (rows.isEmpty() || rows.getFirst().isEmpty()) {
      throw new IllegalArgumentException("a table needs at least one row and one column");
    }
    int width = rows.getFirst().size();
    for (List<T> row : rows) {
      if (row.size() != width) {
        throw new IllegalArgumentException("rows of a table differ in length");
      }
    }
    return rows.stream().map(List::copyOf).toList();
  }

  static String shape(List<? extends List<?>> rows) {
    return rows.size() + " x " + rows.getFirst().size();
  }

  static void check(List<? extends List<?>> cells, Dimension rows, Dimension columns) {
    if (cells.size() != rows.categories().size()
        || cells.getFirst().size() != columns.categories().size()) {
      throw new IllegalArgumentException("the evidence has not the shape of the dimensions");
    }
    if (rows.variable().equals(columns.variable())) {
      throw new IllegalArgumentException("rows and columns are the same variable");
    }
  }
}
