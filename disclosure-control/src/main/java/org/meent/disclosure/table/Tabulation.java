// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.disclosure.protect.Insider;

/**
 * Sums records into every cell. For each combination of levels the records, in the order of their
 * contributors, are sorted into cells by counting, so that the parts of one contributor lie
 * together; the work is linear in the number of records.
 */
final class Tabulation {
  private final Microdata records;
  private final Grid grid;
  private final int depth;
  private final boolean wantInsiders;
  private final long[] values;
  private final long[] absolute;
  private final long[] units;
  private final long[][] largest;
  private final PartList parts = new PartList();

  private Tabulation(Microdata records, int depth, boolean wantInsiders) {
    this.records = records;
    this.grid = records.grid();
    this.depth = depth;
    this.wantInsiders = wantInsiders;
    values = new long[grid.size];
    absolute = new long[grid.size];
    units = new long[grid.size];
    largest = depth == 0 ? new long[0][] : new long[grid.size][];
  }

  /**
   * Tabulates.
   *
   * @param depth how many of the largest contributors to keep per cell
   * @param insiders whether to list who contributes what
   */
  static HierarchicalTable of(Microdata records, int depth, boolean insiders) {
    Tabulation tabulation = new Tabulation(records, depth, insiders);
    return tabulation.run();
  }

  private HierarchicalTable run() {
    boolean frequency = records.amount().length == 0;
    boolean simple = frequency && (!wantInsiders || records.contributor().length == 0);
    int[] order = order();
    int[] level = new int[grid.stride.length];
    do {
      int[] cell = cells(level);
      if (simple) {
        count(cell);
      } else {
        sum(cell, order);
      }
    } while (next(level));
    List<Insider> insiders =
        !wantInsiders ? List.of() : simple ? persons() : parts.insiders(records.contributors());
    if (frequency) {
      System.arraycopy(values, 0, absolute, 0, values.length);
      System.arraycopy(values, 0, units, 0, values.length);
    }
    return new HierarchicalTable(
        grid, values, absolute, units, largest, records.scale(), frequency, insiders);
  }

  private boolean next(int[] level) {
    for (int d = 0; d < level.length; d++) {
      if (++level[d] < grid.dimensions.get(d).levels()) {
        return true;
      }
      level[d] = 0;
    }
    return false;
  }

  /** The cell of each record at a combination of levels. */
  private int[] cells(int[] level) {
    int[] cell = new int[records.size()];
    for (int d = 0; d < level.length; d++) {
      Hierarchy hierarchy = grid.dimensions.get(d);
      int[] offset = new int[hierarchy.size()];
      for (int node = 0; node < offset.length; node++) {
        offset[node] = hierarchy.ancestor(node, level[d]) * grid.stride[d];
      }
      int[] node = records.node()[d];
      for (int i = 0; i < cell.length; i++) {
        cell[i] += offset[node[i]];
      }
    }
    return cell;
  }

  private void count(int[] cell) {
    for (int c : cell) {
      values[c]++;
    }
  }

  private void sum(int[] cell, int[] order) {
    int[] start = new int[grid.size + 1];
    for (int c : cell) {
      start[c + 1]++;
    }
    for (int c = 0; c < grid.size; c++) {
      start[c + 1] += start[c];
    }
    int[] sorted = new int[cell.length];
    for (int record : order) {
      sorted[start[cell[record]]++] = record;
    }
    int at = 0;
    while (at < sorted.length) {
      int c = cell[sorted[at]];
      int who = contributor(sorted[at]);
      long part = 0;
      while (at < sorted.length && cell[sorted[at]] == c && contributor(sorted[at]) == who) {
        part = Math.addExact(part, amount(sorted[at++]));
      }
      contribute(c, who, part);
    }
  }

  private void contribute(int cell, int who, long part) {
    long size = Math.abs(part);
    values[cell] = Math.addExact(values[cell], part);
    absolute[cell] = Math.addExact(absolute[cell], size);
    units[cell]++;
    if (depth > 0) {
      long[] top = largest[cell] == null ? new long[depth] : largest[cell];
      largest[cell] = top;
      for (int i = 0; i < depth; i++) {
        if (size > top[i]) {
          System.arraycopy(top, i, top, i + 1, depth - i - 1);
          top[i] = size;
          break;
        }
      }
    }
    if (wantInsiders) {
      parts.add(who, cell, part);
    }
  }

  private long amount(int record) {
    return records.amount().length == 0 ? 1 : records.amount()[record];
  }

  private int contributor(int record) {
    return records.contributor().length == 0 ? record : records.contributor()[record];
  }

  /**
   * Records by contributor; without contributors by finest cell and amount, whatever their rows.
   */
  private int[] order() {
    int[] order = new int[records.size()];
    Arrays.setAll(order, i -> i);
    if (records.contributor().length > 0) {
      int[] start = new int[records.contributors() + 1];
      for (int who : records.contributor()) {
        start[who + 1]++;
      }
      for (int who = 0; who < records.contributors(); who++) {
        start[who + 1] += start[who];
      }
      for (int i = 0; i < order.length; i++) {
        order[start[records.contributor()[i]]++] = i;
      }
    }
    return order;
  }

  /** In a frequency table persons of the same finest cell know the same: one stands for all. */
  private List<Insider> persons() {
    List<Insider> out = new ArrayList<>();
    int[] finest = new int[grid.stride.length];
    Arrays.setAll(finest, d -> grid.dimensions.get(d).levels() - 1);
    int[] leaves = Arrays.stream(cells(finest)).sorted().distinct().toArray();
    for (int leaf : leaves) {
      List<Integer> cells = List.of(0);
      for (int d = 0; d < finest.length; d++) {
        List<Integer> longer = new ArrayList<>();
        for (int cell : cells) {
          for (int node = grid.node(leaf, d); node >= 0; ) {
            longer.add(cell + node * grid.stride[d]);
            node = grid.dimensions.get(d).parent(node);
          }
        }
        cells = longer;
      }
      long[] ones = new long[cells.size()];
      Arrays.fill(ones, 1);
      out.add(new Insider(cells.stream().mapToInt(Integer::intValue).toArray(), ones));
    }
    return out;
  }
}
