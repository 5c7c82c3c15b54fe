// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.disclosure.protect.Equation;
import org.meent.disclosure.protect.LinearTable;

/**
 * The inner cells of a table of sums: those that are no total. Every total is a sum of inner cells,
 * and {@link #above} says which totals each inner cell is a part of, itself first.
 */
final class InnerCells {
  final int[] cells;
  final int[][] above;

  private InnerCells(int[] cells, int[][] above) {
    this.cells = cells;
    this.above = above;
  }

  /**
   * Finds them.
   *
   * @throws IllegalArgumentException if a relation is no sum of parts, or a cell is part of itself
   */
  static InnerCells of(LinearTable table) {
    int[][] parts = parts(table);
    int[] order = partsFirst(parts);
    int[] inner = Arrays.stream(order).filter(cell -> parts[cell].length == 0).sorted().toArray();
    int[] place = new int[table.size()];
    for (int i = 0; i < inner.length; i++) {
      place[inner[i]] = i;
    }
    int[][] holds = new int[table.size()][];
    List<List<Integer>> above = new ArrayList<>();
    Arrays.stream(inner).forEach(cell -> above.add(new ArrayList<>()));
    for (int cell : order) {
      holds[cell] =
          parts[cell].length == 0
              ? new int[] {place[cell]}
              : Arrays.stream(parts[cell]).flatMap(part -> Arrays.stream(holds[part])).toArray();
      for (int i : holds[cell]) {
        above.get(i).add(cell);
      }
    }
    return new InnerCells(
        inner,
        above.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  /** The parts of each total, by the first relation that says so. */
  private static int[][] parts(LinearTable table) {
    int[][] parts = new int[table.size()][0];
    for (Equation equation : table.equations()) {
      int[] cells = equation.cells();
      int[] signs = equation.coefficients();
      if (signs[0] != -1 || Arrays.stream(signs, 1, signs.length).anyMatch(sign -> sign != 1)) {
        throw new IllegalArgumentException("a relation that is no sum of parts");
      }
      if (parts[cells[0]].length == 0) {
        parts[cells[0]] = Arrays.copyOfRange(cells, 1, cells.length);
      }
    }
    return parts;
  }

  private static int[] partsFirst(int[][] parts) {
    int[] order = new int[parts.length];
    int[] open = new int[parts.length];
    List<List<Integer>> wholes = new ArrayList<>();
    Arrays.stream(parts).forEach(part -> wholes.add(new ArrayList<>()));
    int ready = 0;
    for (int cell = 0; cell < parts.length; cell++) {
      open[cell] = parts[cell].length;
      for (int part : parts[cell]) {
        wholes.get(part).add(cell);
      }
      if (open[cell] == 0) {
        order[ready++] = cell;
      }
    }
    for (int at = 0; at < ready; at++) {
      for (int whole : wholes.get(order[at])) {
        if (--open[whole] == 0) {
          order[ready++] = whole;
        }
      }
    }
    if (ready < order.length) {
      throw new IllegalArgumentException("a cell is part of itself");
    }
    return order;
  }
}
