// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

/**
 * The cells of one table: the cross of the codes of its dimensions, numbered with the last
 * dimension running fastest. A cell that an earlier table has too keeps that table's number.
 */
final class Block {
  final String name;
  final int[] dimensions;
  final int[] stride;
  final int size;
  private final int first;
  private final int[] ids;

  /**
   * Describes a table.
   *
   * @param dimensions places of its dimensions among all
   * @param sizes number of codes of each of them
   * @param first the number of its first own cell
   * @param ids number of each cell; empty if all are its own, in order
   */
  Block(String name, int[] dimensions, int[] sizes, int first, int[] ids) {
    this.name = name;
    this.dimensions = dimensions;
    this.first = first;
    this.ids = ids;
    stride = strides(sizes);
    size = sizes.length == 0 ? 1 : stride[0] * sizes[0];
  }

  static int[] strides(int[] sizes) {
    int[] stride = new int[sizes.length];
    int count = 1;
    for (int d = sizes.length - 1; d >= 0; d--) {
      stride[d] = count;
      count *= sizes[d];
    }
    return stride;
  }

  /** The number of a cell among all cells. */
  int id(int local) {
    return ids.length == 0 ? local : ids[local];
  }

  /** Whether no earlier table has the cell. */
  boolean own(int local) {
    return id(local) >= first;
  }
}
