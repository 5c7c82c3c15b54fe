// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.meent.disclosure.spec.CellPattern;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** The cells of a table that a pattern of the specification means. */
final class CellSet {
  private CellSet() {}

  /**
   * The cells, ascending.
   *
   * @param below whether cells whose code is a part of the named one belong to it
   * @throws org.meent.protocols.refusal.RefusalException if no record has a code that is named
   */
  static int[] of(HierarchicalTable table, CellPattern pattern, boolean below) {
    Grid grid = table.grid();
    List<boolean[]> fits = new ArrayList<>();
    for (Hierarchy hierarchy : grid.dimensions) {
      boolean[] fit = new boolean[hierarchy.size()];
      IntPredicate place = place(hierarchy, pattern, below);
      for (int node = 0; node < fit.length; node++) {
        fit[node] = place.test(node);
      }
      fits.add(fit);
    }
    return java.util.stream.IntStream.range(0, grid.size)
        .filter(cell -> fits(grid, fits, cell))
        .toArray();
  }

  private static boolean fits(Grid grid, List<boolean[]> fits, int cell) {
    for (int d = 0; d < fits.size(); d++) {
      if (!fits.get(d)[grid.node(cell, d)]) {
        return false;
      }
    }
    return true;
  }

  private static IntPredicate place(Hierarchy hierarchy, CellPattern pattern, boolean below) {
    for (Map.Entry<String, CellPattern.Place> entry : pattern.places().entrySet()) {
      if (entry.getKey().equals(hierarchy.name())) {
        return switch (entry.getValue()) {
          case CellPattern.Place.Level(String column) ->
              node -> hierarchy.tier(node).equals(column);
          case CellPattern.Place.Code(String code) -> {
            int wanted = hierarchy.node(code);
            if (wanted < 0) {
              throw Refusal.badInput(
                      "disclosure.spec.no-such-code", Where.field(hierarchy.name()), code)
                  .asException();
            }
            yield node -> below ? hierarchy.within(node, wanted) : node == wanted;
          }
        };
      }
    }
    return node -> true;
  }
}
