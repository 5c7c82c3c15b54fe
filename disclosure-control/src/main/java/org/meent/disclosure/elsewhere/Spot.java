// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.report.Block;

/**
 * A place in an output as it is shown.
 *
 * @param codes the texts that name its row
 * @param column which figure of the row, by the column of the releasable form
 */
record Spot(List<String> codes, int column) {
  Spot {
    codes = List.copyOf(codes);
  }

  /** Everything that the gate left out of an output. */
  static Set<Spot> marked(Block.Table releasable) {
    Set<Spot> marked = new LinkedHashSet<>();
    for (List<String> row : releasable.rows()) {
      List<String> codes = new ArrayList<>();
      for (int column = 0; column < row.size(); column++) {
        if (!releasable.columns().get(column).numeric()) {
          codes.add(row.get(column));
        }
      }
      for (int column = 0; column < row.size(); column++) {
        if (releasable.columns().get(column).numeric() && row.get(column).equals(Releasable.MARK)) {
          marked.add(new Spot(codes, column));
        }
      }
    }
    return marked;
  }

  /** The row by its codes. */
  String name() {
    return String.join(" / ", codes);
  }
}
