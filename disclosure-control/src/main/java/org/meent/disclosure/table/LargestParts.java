// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.Arrays;

/**
 * The largest contributions to each cell while records come in. A record with a sampling weight w
 * stands for w contributors as large as itself, of whom the part of one that is left of w counts
 * for that part; it stands at least for itself.
 */
final class LargestParts {
  private final int depth;
  private final Microdata records;
  private final long one;
  private final long[][] sizes;
  private final long[][] copies;

  LargestParts(int depth, int cells, Microdata records) {
    this.depth = depth;
    this.records = records;
    sizes = depth == 0 ? new long[0][] : new long[cells][];
    copies = depth == 0 || !records.weighted() ? new long[0][] : new long[cells][];
    long unit = 1;
    for (int d = 0; d < records.weightScale(); d++) {
      unit *= 10;
    }
    one = unit;
  }

  /**
   * Takes a contribution.
   *
   * @param size its absolute value, weights included
   * @param record the record it is of, if records stand alone
   */
  void add(int cell, long size, int record) {
    if (depth == 0) {
      return;
    }
    if (sizes[cell] == null) {
      sizes[cell] = new long[depth];
      if (copies.length > 0) {
        copies[cell] = new long[depth];
      }
    }
    long single = copies.length == 0 ? size : Math.abs(records.amountOf(record));
    long[] top = sizes[cell];
    for (int i = 0; i < depth; i++) {
      if (single > top[i] || (single == top[i] && single > 0 && copies.length > 0)) {
        insert(top, i, single);
        if (copies.length > 0) {
          insert(copies[cell], i, Math.max(one, records.weightOf(record)));
        }
        return;
      }
    }
  }

  private void insert(long[] list, int at, long value) {
    System.arraycopy(list, at, list, at + 1, depth - at - 1);
    list[at] = value;
  }

  /** The largest contributions of each cell, descending, in the units of the values. */
  long[][] slots() {
    if (copies.length > 0) {
      for (int cell = 0; cell < sizes.length; cell++) {
        if (sizes[cell] != null) {
          sizes[cell] = slots(sizes[cell], copies[cell]);
        }
      }
    }
    return sizes;
  }

  private long[] slots(long[] top, long[] times) {
    long[] out = new long[depth];
    long[] left = Arrays.copyOf(times, depth);
    int from = 0;
    for (int slot = 0; slot < depth; slot++) {
      long room = one;
      while (room > 0 && from < depth) {
        long share = Math.min(room, left[from]);
        out[slot] = Math.addExact(out[slot], Math.multiplyExact(top[from], share));
        room -= share;
        left[from] -= share;
        from += left[from] == 0 ? 1 : 0;
      }
    }
    return out;
  }
}
