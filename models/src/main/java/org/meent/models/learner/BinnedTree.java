// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;

/**
 * A binary tree over byte codes below 64, as growing arrays. A node splits on one column, and one
 * word of bits says which of its codes go left: for an ordered column those up to a threshold, for
 * categories any of them, and missing (code 0) where the node learned to send it.
 */
public final class BinnedTree {
  private long[] goesLeft = new long[64];
  private int[] column = new int[64];
  private int[] left = new int[64];
  private double[] value = new double[64];
  private int size = 1;

  /** Number of nodes; node 0 is the root, and the right child follows the left one. */
  public int size() {
    return size;
  }

  /**
   * Turns a leaf into a split and returns its left child; the right child is the next number.
   *
   * @param codesLeft a bit for each code that goes left
   */
  public int split(int node, int onColumn, long codesLeft) {
    if (size + 2 > left.length) {
      resize(2 * size + 2);
    }
    goesLeft[node] = codesLeft;
    column[node] = onColumn;
    left[node] = size;
    size += 2;
    return left[node];
  }

  /** Sets the value of a leaf. */
  public void value(int node, double mean) {
    value[node] = mean;
  }

  /** The value of a leaf. */
  public double value(int node) {
    return value[node];
  }

  /** The leaf of a row whose codes start at an offset. */
  public int leaf(byte[] codes, int offset) {
    int node = 0;
    int child = left[0];
    while (child != 0) {
      node = child + (int) (~(goesLeft[node] >>> codes[offset + column[node]]) & 1);
      child = left[node];
    }
    return node;
  }

  /** Gives back unused space. */
  public void trim() {
    resize(size);
  }

  private void resize(int nodes) {
    goesLeft = Arrays.copyOf(goesLeft, nodes);
    column = Arrays.copyOf(column, nodes);
    left = Arrays.copyOf(left, nodes);
    value = Arrays.copyOf(value, nodes);
  }
}
