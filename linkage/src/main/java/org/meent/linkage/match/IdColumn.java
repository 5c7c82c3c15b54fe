// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ids of a file as UTF-8 bytes in one piece; most of them are never looked at. */
public final class IdColumn {
  private byte[] pool = new byte[1 << 12];
  private int[] ends = new int[256];
  private int size;

  IdColumn() {}

  void add(byte[] bytes, int from, int to) {
    int start = start(size);
    int end = Math.addExact(start, to - from);
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(end, (int) Math.min(pool.length * 3L / 2, 1L << 30)));
    }
    System.arraycopy(bytes, from, pool, start, to - from);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size + (size >> 1));
    }
    ends[size++] = end;
  }

  /** The number of rows. */
  public int size() {
    return size;
  }

  boolean isEmpty(int row) {
    return start(row) == ends[row];
  }

  /** The id of a row. */
  public String text(int row) {
    return new String(pool, start(row), ends[row] - start(row), StandardCharsets.UTF_8);
  }

  /** The row of an id in a column that ascends, -1 if no row has it. */
  int find(String id) {
    byte[] wanted = id.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(pool, start(middle), ends[middle], wanted, 0, wanted.length);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1;
  }

  /** The order of code points, which is the order of UTF-8 bytes. */
  int compare(int a, int b) {
    return Arrays.compareUnsigned(pool, start(a), ends[a], pool, start(b), ends[b]);
  }

  IdColumn inOrder(int[] order) {
    IdColumn sorted = new IdColumn();
    sorted.pool = new byte[start(size)];
    sorted.ends = new int[size];
    for (int row : order) {
      sorted.add(pool, start(row), ends[row]);
    }
    return sorted;
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }
}
