// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.List;
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

  /** Whether a file leaves out everything that the gate left out of its output. */
  static boolean marked(Block.Table releasable, Reading.Whole whole) {
    for (int row = 0; row < releasable.rows().size(); row++) {
      List<String> texts = releasable.rows().get(row);
      for (int column = 0; column < texts.size(); column++) {
        boolean mark =
            releasable.columns().get(column).numeric() && texts.get(column).equals(Releasable.MARK);
        if (mark && !whole.places().contains(new Reading.Place(row, column))) {
          List<String> codes = new ArrayList<>();
          for (int c = 0; c < texts.size(); c++) {
            if (!releasable.columns().get(c).numeric()) {
              codes.add(texts.get(c));
            }
          }
          if (!whole.leftOut().contains(new Spot(codes, column))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The row by its codes. */
  String name() {
    return String.join(" / ", codes);
  }
}
