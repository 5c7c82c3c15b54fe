// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.List;
import org.meent.disclosure.report.Block.Column;

/**
 * An output of rows as the gate reads it.
 *
 * @param kind which kind it is
 * @param columns the columns
 * @param rows the rows, each with an item per column
 * @param whole what the rules say of the output as a whole
 */
record Reading(Releasable.Kind kind, List<Column> columns, List<Row> rows, List<Concern> whole) {
  Reading {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    whole = List.copyOf(whole);
  }

  static Column text(String heading) {
    return new Column(heading, false);
  }

  static Column number(String heading) {
    return new Column(heading, true);
  }
}
