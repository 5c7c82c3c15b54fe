// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * How many different values there are: exact up to a limit, above it estimated by adaptive sampling
 * with {@code s} values kept, relative standard error about {@code 1.2/√s} (2.7 % here). The same
 * for any order of rows.
 */
@Reference(
    authors = "P. Flajolet (1990)",
    title = "On adaptive sampling",
    source = "Computing 43(4), 391-400",
    url = "https://doi.org/10.1007/BF02241657")
final class DistinctCount {
  static final int KEPT = 2048;
  private static final int SLOTS = 2 * KEPT;

  private long[] slots = new long[SLOTS];
  private int kept;
  private boolean zero;
  private int depth;

  /** Counts a value by its hash of 64 bits. */
  void add(long hash) {
    if (depth > 0 && hash >>> (Long.SIZE - depth) != 0) {
      return;
    }
    if (hash == 0) {
      zero = true;
    } else if (put(hash) && ++kept > KEPT) {
      deepen();
    }
  }

  /** The number of different values. */
  long estimate() {
    return (long) (kept + (zero ? 1 : 0)) << depth;
  }

  /** Whether the number is exact. */
  boolean isExact() {
    return depth == 0;
  }

  private boolean put(long hash) {
    int slot = (int) (hash & (SLOTS - 1));
    while (slots[slot] != 0) {
      if (slots[slot] == hash) {
        return false;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    slots[slot] = hash;
    return true;
  }

  /** Keeps only the values with one more leading zero, until there is room. */
  private void deepen() {
    while (kept > KEPT) {
      depth++;
      long[] before = slots;
      slots = new long[SLOTS];
      kept = 0;
      for (long hash : Arrays.stream(before).filter(one -> one != 0).toArray()) {
        if (hash >>> (Long.SIZE - depth) == 0 && put(hash)) {
          kept++;
        }
      }
    }
  }
}
