// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.bytes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.linkage.format.Schema;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.yaml.Nearest;

/** Finds the columns that were asked for. */
public final class Projection {
  private Projection() {}

  /**
   * The places of columns in a schema.
   *
   * @throws org.meent.protocols.refusal.RefusalException if one is not there or is asked for twice
   */
  public static int[] of(Schema schema, List<String> columns, Path file) {
    Map<String, Integer> byName = new LinkedHashMap<>();
    for (int c = 0; c < schema.columns().size(); c++) {
      byName.put(schema.columns().get(c).name(), c);
    }
    Set<String> seen = new HashSet<>();
    Where where = Where.file(ByteInput.name(file));
    int[] places = new int[columns.size()];
    for (int c = 0; c < places.length; c++) {
      String name = columns.get(c);
      Integer place = byName.get(name);
      if (place == null) {
        throw noColumn(where, name, byName.keySet());
      }
      if (!seen.add(name)) {
        throw Refusal.badInput("linkage.file.twice", where, name).asException();
      }
      places[c] = place;
    }
    return places;
  }

  /** The refusal for a name that no column has, with the nearest that one has. */
  public static RefusalException noColumn(Where where, String name, Collection<String> names) {
    int count = names.size();
    return Nearest.of(name, names)
        .map(near -> Refusal.badInput("linkage.file.no-column-near", where, name, count, near))
        .orElseGet(() -> Refusal.badInput("linkage.file.no-column", where, name, count))
        .asException();
  }
}
