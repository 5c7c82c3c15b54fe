// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.meent.disclosure.protect.CellContent;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.protect.Insider;
import org.meent.disclosure.protect.LinearTable;
import org.meent.disclosure.protect.PrimaryRule;

/**
 * All cells of the cross of some hierarchies, margins included, with what the rules need of each.
 */
public final class HierarchicalTable {
  private final Grid grid;
  private final long[] values;
  private final long[] absolute;
  private final long[] units;
  private final long[][] largest;
  private final int scale;
  private final boolean frequency;
  private final List<Insider> insiders;

  HierarchicalTable(
      Grid grid,
      long[] values,
      long[] absolute,
      long[] units,
      long[][] largest,
      int scale,
      boolean frequency,
      List<Insider> insiders) {
    this.grid = grid;
    this.values = values;
    this.absolute = absolute;
    this.units = units;
    this.largest = largest;
    this.scale = scale;
    this.frequency = frequency;
    this.insiders = insiders;
  }

  /** Number of cells, margins included. */
  public int size() {
    return grid.size;
  }

  /** The dimensions. */
  public List<Hierarchy> dimensions() {
    return grid.dimensions;
  }

  /** The code that a cell has in a dimension. */
  public String code(int cell, int dimension) {
    return grid.dimensions.get(dimension).code(grid.node(cell, dimension));
  }

  /** The cell with one code per dimension, or -1 if a code does not exist. */
  public int cell(List<String> codes) {
    int cell = 0;
    for (int d = 0; d < grid.stride.length; d++) {
      int node = grid.dimensions.get(d).node(codes.get(d));
      if (node < 0) {
        return -1;
      }
      cell += node * grid.stride[d];
    }
    return cell;
  }

  /** The value in units of 10^-{@link #scale()}. */
  public long value(int cell) {
    return values[cell];
  }

  /** Decimals of the values. */
  public int scale() {
    return scale;
  }

  /** The largest contribution to each cell; only if the rules look at contributions. */
  long[] largest() {
    return Arrays.stream(largest).mapToLong(top -> top == null ? 0 : top[0]).toArray();
  }

  /** A cell in words. */
  public String name(int cell) {
    return grid.name(cell);
  }

  /** Who contributes what; empty unless the standard asks for it. */
  public List<Insider> insiders() {
    return insiders;
  }

  /** The cells with all relations between them. */
  public LinearTable linear() {
    boolean signed = !frequency && Arrays.stream(values).anyMatch(value -> value < 0);
    boolean mixed = !frequency && !Arrays.equals(values, absolute);
    LinearTable.Kind kind =
        frequency
            ? LinearTable.Kind.COUNTS
            : signed || mixed ? LinearTable.Kind.SIGNED_AMOUNTS : LinearTable.Kind.AMOUNTS;
    return new LinearTable(values, grid.equations(), kind);
  }

  /** The sensitive cells with their protection levels, ascending. */
  public List<Demand> demands(List<PrimaryRule> rules) {
    List<Demand> out = new ArrayList<>();
    for (int cell = 0; cell < grid.size; cell++) {
      if (units[cell] == 0) {
        continue;
      }
      long[] top = largest.length == 0 ? new long[0] : largest[cell];
      CellContent content = new CellContent(values[cell], absolute[cell], units[cell], top);
      long level = -1;
      for (PrimaryRule rule : rules) {
        OptionalLong found = rule.level(content);
        level = Math.max(level, found.orElse(-1));
      }
      if (level >= 0) {
        boolean bounded = values[cell] == absolute[cell];
        out.add(new Demand(cell, bounded ? Math.min(level, values[cell]) : level, level));
      }
    }
    return out;
  }
}
