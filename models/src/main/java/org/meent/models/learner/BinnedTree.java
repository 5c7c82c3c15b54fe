// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;

/**
 * A binary tree over byte codes, as growing arrays. A row goes left if its code is at most the
 * node's code; missing (code 0) goes to the side that the node learned for it.
 */
public final class BinnedTree {
  private static final int MISSING_LEFT = 1 << 30;

  private int[] split = new int[64];
  private int[] left = new int[64];
  private double[] value = new double[64];
  private int size = 1;

  /** Number of nodes; node 0 is the root, and the right child follows the left one. */
  public int size() {
    return size;
  }

  /** Turns a leaf into a split and returns its left child; the right child is the next number. */
  public int split(int node, int column, int code, boolean missingLeft) {
    if (size + 2 > split.length) {
      split = Arrays.copyOf(split, 2 * size + 2);
      left = Arrays.copyOf(left, 2 * size + 2);
      value = Arrays.copyOf(value, 2 * size + 2);
    }
    split[node] = (column << 8) | code | (missingLeft ? MISSING_LEFT : 0);
    left[node] = size;
    size += 2;
    return left[node];
  }

  /** Turns a split back into a leaf. */
  public void collapse(int node) {
    left[node] = 0;
  }

  /** Sets the value of a leaf. */
  public void value(int node, double mean) {
    value[node] = mean;
  }

  /** The value of a leaf. */
  public double value(int node) {
    return value[node];
  }

  /** The left child, or 0 for a leaf. */
  public int left(int node) {
    return left[node];
  }

  /** The leaf of a row whose codes start at an offset. */
  public int leaf(byte[] codes, int offset) {
    int node = 0;
    int child = left[0];
    while (child != 0) {
      int rule = split[node];
      int code = codes[offset + ((rule & ~MISSING_LEFT) >>> 8)] & 0xFF;
      boolean goesLeft = code == 0 ? (rule & MISSING_LEFT) != 0 : code <= (rule & 0xFF);
      node = goesLeft ? child : child + 1;
      child = left[node];
    }
    return node;
  }

  /** Whether a code goes left at a node that splits. */
  public boolean goesLeft(int node, int code) {
    int rule = split[node];
    return code == 0 ? (rule & MISSING_LEFT) != 0 : code <= (rule & 0xFF);
  }

  /** The column that a node splits on. */
  public int column(int node) {
    return (split[node] & ~MISSING_LEFT) >>> 8;
  }

  /** Gives back unused space. */
  public void trim() {
    split = Arrays.copyOf(split, size);
    left = Arrays.copyOf(left, size);
    value = Arrays.copyOf(value, size);
  }
}
