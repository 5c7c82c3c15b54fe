// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Columns that a kind of file needs. */
final class Columns {
  private Columns() {}

  /**
   * The column under one of its names.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is none
   */
  static String required(Sheet sheet, List<String> names) {
    return sheet
        .any(names)
        .orElseThrow(
            () ->
                Refusal.badInput(
                        "disclosure.elsewhere.column",
                        Where.file(sheet.name()).atLine(1),
                        String.join(", ", names))
                    .asException());
  }
}
