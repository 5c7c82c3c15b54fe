// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.Arrays;
import java.util.List;
import org.meent.disclosure.protect.CellContent;
import org.meent.disclosure.protect.Insider;
import org.meent.disclosure.protect.LinearTable;

/**
 * All cells of the cross of some hierarchies, margins included, with what the rules need of each.
 * Several tables that share dimensions are one such table, in which a shared cell stands once.
 */
public final class HierarchicalTable {
  private final Grid grid;
  private final CellSums sums;
  private final List<Insider> insiders;

  HierarchicalTable(Grid grid, CellSums sums, List<Insider> insiders) {
    this.grid = grid;
    this.sums = sums;
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
    int[] nodes = new int[codes.size()];
    for (int d = 0; d < nodes.length; d++) {
      nodes[d] = grid.dimensions.get(d).node(codes.get(d));
      if (nodes[d] < 0) {
        return -1;
      }
    }
    return grid.cell(nodes);
  }

  /** The value in units of 10^-{@link #scale()}. */
  public long value(int cell) {
    return sums.values()[cell];
  }

  /** Decimals of the values. */
  public int scale() {
    return sums.scale();
  }

  /** Number of units behind a cell, never weighted. */
  public long units(int cell) {
    return sums.units()[cell];
  }

  /** The largest contribution to each cell; only if the rules look at contributions. */
  long[] largest() {
    long[] out = new long[size()];
    Arrays.setAll(out, cell -> sums.largestOf(cell).length == 0 ? 0 : sums.largestOf(cell)[0]);
    return out;
  }

  /** What the rules look at in a cell. */
  CellContent content(int cell) {
    return new CellContent(
        sums.absolute()[cell], sums.units()[cell], sums.largestOf(cell), sums.askedOf(cell));
  }

  /** Whether nothing negative went into a cell. */
  boolean bounded(int cell) {
    return sums.values()[cell] == sums.absolute()[cell];
  }

  /** The cells as numbers of codes. */
  Grid grid() {
    return grid;
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
    return new LinearTable(sums.values(), grid.equations(), kind());
  }

  /** What anybody knows of the values beforehand. */
  LinearTable.Kind kind() {
    boolean mixed = !Arrays.equals(sums.values(), sums.absolute());
    return sums.counts()
        ? LinearTable.Kind.COUNTS
        : mixed ? LinearTable.Kind.SIGNED_AMOUNTS : LinearTable.Kind.AMOUNTS;
  }
}
