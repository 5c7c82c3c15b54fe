// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.meent.linkage.compare.EditDistance;
import org.meent.linkage.format.file.DataFile;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** The formats that registers of a world can be written in, by the ending of a file. */
public final class WorldFormats {
  private static final List<String> CANDIDATES = List.of("sav", "zsav", "csv", "dta", "parquet");

  private WorldFormats() {}

  /** Those that Meent writes. */
  public static List<String> known() {
    List<String> known = new ArrayList<>();
    for (String ending : CANDIDATES) {
      if (written(ending)) {
        known.add(ending);
      }
    }
    return known;
  }

  private static boolean written(String ending) {
    try {
      DataFile.writing(Path.of("file." + ending));
      return true;
    } catch (RefusalException e) {
      return false;
    }
  }

  /**
   * Formats as a user named them.
   *
   * @throws RefusalException for one that Meent does not write, with the nearest that it does
   */
  public static List<String> checked(List<String> wanted) {
    List<String> known = known();
    for (String one : wanted) {
      if (!known.contains(one)) {
        throw Refusal.usage(
                "linkage.world.format",
                Where.field("--formats"),
                String.join(", ", known),
                one,
                nearest(one, known))
            .asException();
      }
    }
    return List.copyOf(new LinkedHashSet<>(wanted));
  }

  private static String nearest(String wanted, List<String> known) {
    EditDistance distance = new EditDistance();
    String nearest = known.getFirst();
    int best = Integer.MAX_VALUE;
    for (String one : known) {
      int edits = distance.within(wanted, one, Math.max(wanted.length(), one.length()));
      if (edits < best) {
        best = edits;
        nearest = one;
      }
    }
    return nearest;
  }
}
