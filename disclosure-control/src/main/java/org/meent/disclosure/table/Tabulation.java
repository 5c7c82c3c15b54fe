// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.meent.disclosure.protect.Insider;

/**
 * Sums records into every cell. For each combination of layers the records, in the order of their
 * contributors, are sorted into cells by counting, so that the parts of one contributor lie
 * together; the work is linear in the number of records.
 */
final class Tabulation {
  private final Microdata records;
  private final Grid grid;
  private final boolean wantInsiders;
  private final long[] values;
  private final long[] absolute;
  private final long[] units;
  private final long[] asked;
  private final LargestParts largest;
  private final PartList parts = new PartList();

  private Tabulation(Microdata records, int depth, boolean wantInsiders) {
    this.records = records;
    this.grid = records.grid();
    this.wantInsiders = wantInsiders;
    values = new long[grid.size];
    absolute = new long[grid.size];
    units = new long[grid.size];
    asked = new long[records.asked().length == 0 ? 0 : grid.size];
    largest = new LargestParts(depth, grid.size, records);
  }

  /**
   * Tabulates.
   *
   * @param depth how many of the largest contributors to keep per cell
   * @param insiders whether to list who contributes what
   */
  static HierarchicalTable of(Microdata records, int depth, boolean insiders) {
    return new Tabulation(records, depth, insiders).run();
  }

  private HierarchicalTable run() {
    boolean alone = !wantInsiders || records.contributor().length == 0;
    boolean counts = !records.measured() && !records.weighted();
    boolean simple = counts && alone;
    int[] order = order();
    for (Block block : grid.blocks) {
      int[] layer = new int[block.dimensions.length];
      do {
        int[] cell = cells(block, layer);
        if (simple) {
          count(cell);
        } else {
          sum(cell, order);
        }
      } while (next(block, layer));
    }
    List<Insider> insiders =
        !wantInsiders ? List.of() : simple ? persons() : parts.insiders(records.contributors());
    if (counts) {
      System.arraycopy(values, 0, absolute, 0, values.length);
      System.arraycopy(values, 0, units, 0, values.length);
    }
    CellSums sums =
        new CellSums(values, absolute, units, largest.slots(), asked, records.scale(), counts);
    return new HierarchicalTable(grid, sums, insiders);
  }

  private boolean next(Block block, int[] layer) {
    for (int k = 0; k < layer.length; k++) {
      if (++layer[k] < grid.dimensions.get(block.dimensions[k]).layerCount()) {
        return true;
      }
      layer[k] = 0;
    }
    return false;
  }

  /** The own cell of each record at a combination of layers, or -1. */
  private int[] cells(Block block, int[] layer) {
    int[] cell = new int[records.size()];
    for (int k = 0; k < layer.length; k++) {
      Hierarchy hierarchy = grid.dimensions.get(block.dimensions[k]);
      int[] offset = new int[hierarchy.size()];
      for (int leaf = 0; leaf < offset.length; leaf++) {
        int node = hierarchy.at(layer[k], leaf);
        offset[leaf] = node < 0 ? -1 : node * block.stride[k];
      }
      int[] node = records.node()[block.dimensions[k]];
      for (int i = 0; i < cell.length; i++) {
        cell[i] = cell[i] < 0 || offset[node[i]] < 0 ? -1 : cell[i] + offset[node[i]];
      }
    }
    for (int i = 0; i < cell.length; i++) {
      cell[i] = cell[i] >= 0 && block.own(cell[i]) ? block.id(cell[i]) : -1;
    }
    return cell;
  }

  private void count(int[] cell) {
    for (int c : cell) {
      if (c >= 0) {
        values[c]++;
      }
    }
  }

  private void sum(int[] cell, int[] order) {
    int[] start = new int[grid.size + 1];
    for (int c : cell) {
      if (c >= 0) {
        start[c + 1]++;
      }
    }
    for (int c = 0; c < grid.size; c++) {
      start[c + 1] += start[c];
    }
    int[] sorted = new int[start[grid.size]];
    for (int record : order) {
      if (cell[record] >= 0) {
        sorted[start[cell[record]]++] = record;
      }
    }
    int at = 0;
    while (at < sorted.length) {
      int c = cell[sorted[at]];
      int who = records.contributorOf(sorted[at]);
      int first = sorted[at];
      long part = 0;
      while (at < sorted.length
          && cell[sorted[at]] == c
          && records.contributorOf(sorted[at]) == who) {
        part = Math.addExact(part, weighted(sorted[at++]));
      }
      contribute(c, who, part, first);
    }
  }

  private long weighted(int record) {
    return Math.multiplyExact(records.amountOf(record), records.weightOf(record));
  }

  private void contribute(int cell, int who, long part, int record) {
    long size = Math.abs(part);
    values[cell] = Math.addExact(values[cell], part);
    absolute[cell] = Math.addExact(absolute[cell], size);
    units[cell]++;
    largest.add(cell, size, record);
    if (records.askedBy(who)) {
      asked[cell] = Math.max(asked[cell], size);
    }
    if (wantInsiders) {
      parts.add(who, cell, part);
    }
  }

  /** Records by contributor. */
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

  /** In a frequency table persons of the same finest codes know the same: one stands for all. */
  private List<Insider> persons() {
    TreeSet<int[]> leaves = new TreeSet<>(Arrays::compare);
    for (int i = 0; i < records.size(); i++) {
      int[] leaf = new int[records.node().length];
      for (int d = 0; d < leaf.length; d++) {
        leaf[d] = records.node()[d][i];
      }
      leaves.add(leaf);
    }
    List<Insider> out = new ArrayList<>();
    for (int[] leaf : leaves) {
      int[] cells = grid.above(leaf);
      long[] ones = new long[cells.length];
      Arrays.fill(ones, 1);
      out.add(new Insider(cells, ones));
    }
    return out;
  }
}
