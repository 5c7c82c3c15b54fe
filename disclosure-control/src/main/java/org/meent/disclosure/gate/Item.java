// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.List;

/** What stands in one cell of a row. */
sealed interface Item {

  /** Words, which nothing leaves out: they hold no figure. */
  record Text(String words) implements Item {}

  /** A figure, left out together with its row. */
  record Figure(double value) implements Item {

    @Override
    public String toString() {
      return "Figure";
    }
  }

  /** No figure can stand here. */
  record Empty() implements Item {}

  /**
   * A number of units, left out where one of these cells is.
   *
   * @param cells the cells that it counts, or from which it follows
   * @param value the number
   */
  record Count(List<CellKey> cells, long value) implements Item {
    static Count of(CellKey cell, long value) {
      return new Count(List.of(cell), value);
    }

    @Override
    public String toString() {
      return "Count";
    }
  }

  /** A mean, left out with its row, its sum or its units. */
  record Mean(MeanCell cell) implements Item {}
}
