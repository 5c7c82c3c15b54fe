// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.bytes;

import java.nio.file.Path;
import java.util.List;
import org.meent.linkage.format.Schema;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Finds the columns that were asked for. */
public final class Projection {
  private Projection() {}

  /**
   * The places of columns in a schema.
   *
   * @throws org.meent.protocols.refusal.RefusalException if one is not there or is asked for twice
   */
  public static int[] of(Schema schema, List<String> columns, Path file) {
    int[] places = new int[columns.size()];
    for (int c = 0; c < places.length; c++) {
      String name = columns.get(c);
      if (columns.indexOf(name) < c) {
        throw Refusal.badInput("linkage.file.twice", Where.file(ByteInput.name(file)), name)
            .asException();
      }
      places[c] =
          schema
              .index(name)
              .orElseThrow(
                  () ->
                      Refusal.badInput(
                              "linkage.file.no-column",
                              Where.file(ByteInput.name(file)),
                              name,
                              schema.columns().size())
                          .asException());
    }
    return places;
  }
}
