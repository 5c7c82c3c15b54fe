// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.Arrays;

/**
 * A tree over byte codes whose leaves hold five means of the rows that were kept apart for
 * estimation: {@code y, w, yw, ww} and the sample weight, each times the sample weight.
 */
final class CausalTree {
  static final int MEANS = 5;
  private static final int SHIFT = 30;
  private static final int COLUMN = (1 << (SHIFT - 7)) - 1;

  private int[] split = new int[128];
  private int[] left = new int[128];
  private int size = 1;
  private double[] means = {};

  int size() {
    return size;
  }

  /** Turns a leaf into a split and returns its left child; the right child is the next number. */
  int split(int node, int column, int code, boolean missingLeft) {
    if (size + 2 > split.length) {
      split = Arrays.copyOf(split, 2 * size + 2);
      left = Arrays.copyOf(left, 2 * size + 2);
    }
    int shift = missingLeft || code == 0 ? 0 : 1;
    split[node] = (shift << SHIFT) | (column << 7) | (code - shift);
    left[node] = size;
    size += 2;
    return left[node];
  }

  /** The leaf of a row whose codes start at an offset. */
  int leaf(byte[] codes, int offset) {
    int node = 0;
    int child = left[0];
    while (child != 0) {
      node = child + right(split[node], codes, offset);
      child = left[node];
    }
    return node;
  }

  /**
   * The leaves of one row in this tree (upper half) and in another (lower half). Walking both at
   * once lets the processor wait for two memories at a time.
   */
  long leaves(CausalTree other, byte[] codes, int offset) {
    int[] left2 = other.left;
    int[] split2 = other.split;
    int node = 0;
    int node2 = 0;
    int child = left[0];
    int child2 = left2[0];
    while (child != 0 && child2 != 0) {
      node = child + right(split[node], codes, offset);
      node2 = child2 + right(split2[node2], codes, offset);
      child = left[node];
      child2 = left2[node2];
    }
    while (child != 0) {
      node = child + right(split[node], codes, offset);
      child = left[node];
    }
    while (child2 != 0) {
      node2 = child2 + right(split2[node2], codes, offset);
      child2 = left2[node2];
    }
    return ((long) node << 32) | node2;
  }

  /** 0 if a row goes left by a rule, 1 if right; a missing value goes where the rule sends it. */
  private static int right(int rule, byte[] codes, int offset) {
    // Missing (0) that goes right becomes the largest code by the step below it.
    int shift = rule >>> SHIFT;
    int code = (codes[offset + ((rule >>> 7) & COLUMN)] - shift) & 0x7F;
    return ((rule & 0x7F) - code) >>> 31;
  }

  /** The five means of all nodes, {@link #MEANS} apart. */
  double[] means() {
    return means;
  }

  /**
   * Fills the leaves from the estimation rows and takes away leaves that none of them reached:
   * their parent becomes what the sibling is.
   */
  void estimate(byte[] codes, int width, int[] rows, double[] y, double[] w, double[] weight) {
    double[] sums = new double[size * MEANS];
    int[] count = new int[size];
    for (int i : rows) {
      int node = leaf(codes, i * width);
      int at = node * MEANS;
      double weighted = weight[i];
      sums[at] += weighted * y[i];
      sums[at + 1] += weighted * w[i];
      sums[at + 2] += weighted * y[i] * w[i];
      sums[at + 3] += weighted * w[i] * w[i];
      sums[at + 4] += weighted;
      count[node]++;
    }
    for (int node = size - 1; node >= 0; node--) {
      int child = left[node];
      if (child != 0) {
        boolean leftEmpty = left[child] == 0 && count[child] == 0;
        boolean rightEmpty = left[child + 1] == 0 && count[child + 1] == 0;
        if (leftEmpty || rightEmpty) {
          int kept = leftEmpty ? child + 1 : child;
          split[node] = split[kept];
          left[node] = left[kept];
          count[node] = count[kept];
          System.arraycopy(sums, kept * MEANS, sums, node * MEANS, MEANS);
        }
      }
    }
    for (int node = 0; node < size; node++) {
      for (int k = 0; count[node] > 0 && k < MEANS; k++) {
        sums[node * MEANS + k] /= count[node];
      }
    }
    means = sums;
    split = Arrays.copyOf(split, size);
    left = Arrays.copyOf(left, size);
  }
}
