// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;

/** A long vector of which few entries are in use; the others are zero and cost nothing. */
final class SparseVector {
  private final double[] value;
  private final boolean[] used;
  private int[] index = new int[64];
  private int count;

  SparseVector(int length) {
    value = new double[length];
    used = new boolean[length];
  }

  void clear() {
    for (int k = 0; k < count; k++) {
      value[index[k]] = 0;
      used[index[k]] = false;
    }
    count = 0;
  }

  void add(int at, double by) {
    use(at);
    value[at] += by;
  }

  void set(int at, double to) {
    use(at);
    value[at] = to;
  }

  private void use(int at) {
    if (!used[at]) {
      used[at] = true;
      if (count == index.length) {
        index = Arrays.copyOf(index, count * 2);
      }
      index[count++] = at;
    }
  }

  double get(int at) {
    return value[at];
  }

  /** Number of places in use. */
  int count() {
    return count;
  }

  /** A place in use, in the order of first use. */
  int index(int k) {
    return index[k];
  }

  void copy(SparseVector other) {
    clear();
    for (int k = 0; k < other.count; k++) {
      set(other.index[k], other.value[other.index[k]]);
    }
  }

  double squaredLength() {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += value[index[k]] * value[index[k]];
    }
    return sum;
  }
}
