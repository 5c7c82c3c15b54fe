// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The header of a file, in which every column stands once.
 *
 * @param file name of the file
 * @param columns names of the columns
 */
record HeaderRow(String file, List<String> columns) {

  /** Checks that no name stands twice. */
  HeaderRow {
    columns = List.copyOf(columns);
    if (columns.stream().distinct().count() != columns.size()) {
      throw Refusal.badInput("disclosure.csv.column-twice", Where.file(file).atLine(1))
          .asException();
    }
  }

  /** The place of a column. */
  int place(String name) {
    int at = columns.indexOf(name);
    if (at < 0) {
      throw Refusal.badInput("disclosure.csv.no-column", Where.file(file).atLine(1), name)
          .asException();
    }
    return at;
  }

  /** The places of several columns. */
  int[] places(List<String> names) {
    return names.stream().mapToInt(this::place).toArray();
  }
}
