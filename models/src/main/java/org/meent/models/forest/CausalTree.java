// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.Arrays;

/**
 * A tree over byte codes below 64 whose leaves hold five means of the rows that were kept apart for
 * estimation: {@code y, w, yw, ww} and the sample weight, each times the sample weight. A node
 * splits on one column, and one word of bits says which of its codes go left.
 */
final class CausalTree {
  static final int MEANS = 5;

  /** Of each node the codes that go left, and then its column and its left child. */
  private long[] rules = new long[256];

  private int size = 1;
  private double[] means = {};

  int size() {
    return size;
  }

  /**
   * Turns a leaf into a split and returns its left child; the right child is the next number.
   *
   * @param goesLeft a bit for each code that goes left
   */
  int split(int node, int column, long goesLeft) {
    if (2 * size + 4 > rules.length) {
      rules = Arrays.copyOf(rules, 4 * size + 4);
    }
    int child = size;
    rules[2 * node] = goesLeft;
    rules[2 * node + 1] = ((long) column << 32) | child;
    size += 2;
    return child;
  }

  private int left(int node) {
    return (int) rules[2 * node + 1];
  }

  /** The leaf of a row whose codes start at an offset. */
  int leaf(byte[] codes, int offset) {
    int node = 0;
    while (left(node) != 0) {
      node = child(rules, node, codes, offset);
    }
    return node;
  }

  /**
   * The leaves of one row in this tree (upper half) and in another (lower half). Walking both at
   * once lets the processor wait for two memories at a time.
   */
  long leaves(CausalTree other, byte[] codes, int offset) {
    int node = 0;
    int node2 = 0;
    while (left(node) != 0 && other.left(node2) != 0) {
      node = child(rules, node, codes, offset);
      node2 = child(other.rules, node2, codes, offset);
    }
    while (left(node) != 0) {
      node = child(rules, node, codes, offset);
    }
    while (other.left(node2) != 0) {
      node2 = child(other.rules, node2, codes, offset);
    }
    return ((long) node << 32) | node2;
  }

  /** The child of a node that a row goes to. */
  private static int child(long[] rules, int node, byte[] codes, int offset) {
    long next = rules[2 * node + 1];
    int code = codes[offset + (int) (next >>> 32)];
    return (int) next + (int) (~(rules[2 * node] >>> code) & 1);
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
      int child = left(node);
      if (child != 0) {
        boolean leftEmpty = left(child) == 0 && count[child] == 0;
        boolean rightEmpty = left(child + 1) == 0 && count[child + 1] == 0;
        if (leftEmpty || rightEmpty) {
          int kept = leftEmpty ? child + 1 : child;
          System.arraycopy(rules, 2 * kept, rules, 2 * node, 2);
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
    rules = Arrays.copyOf(rules, 2 * size);
  }
}
