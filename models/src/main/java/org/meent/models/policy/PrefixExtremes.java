// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;

/**
 * Differences between two arms' scores at the ranks of one covariate, for two sets of rows (low and
 * high side of a root threshold), under moves of one row from high to low. Answers in logarithmic
 * time: over all thresholds of this covariate that leave enough rows on both sides, what are the
 * largest and smallest prefix sums? Blocks of ranks carry a tree of (sum, largest prefix, smallest
 * prefix, rows); low and high side lie next to each other.
 */
final class PrefixExtremes {
  private static final int BLOCK = 8;
  private static final int STRIDE = 8;
  private static final int HIGH = 4;

  private final double[] low;
  private final double[] high;
  private final int[] lowRows;
  private final int[] highRows;
  private final int leaves;
  private final double[] nodes;
  private final boolean counting;
  private double largest;
  private double smallest;

  /** For so many ranks; rows are counted only where leaves have a least size. */
  PrefixExtremes(int ranks, boolean counting) {
    this.counting = counting;
    int blocks = Math.max(1, (ranks + BLOCK - 1) / BLOCK);
    this.leaves = Integer.highestOneBit(Math.max(1, blocks - 1)) << (blocks > 1 ? 1 : 0);
    int padded = leaves * BLOCK;
    this.low = new double[padded];
    this.high = new double[padded];
    this.lowRows = new int[padded];
    this.highRows = new int[padded];
    this.nodes = new double[2 * leaves * STRIDE];
  }

  /** Puts all rows on the high side. */
  void fill(int[] rank, double[] difference) {
    Arrays.fill(low, 0);
    Arrays.fill(high, 0);
    Arrays.fill(lowRows, 0);
    Arrays.fill(highRows, 0);
    for (int i = 0; i < rank.length; i++) {
      high[rank[i]] += difference[i];
      highRows[rank[i]]++;
    }
    for (int leaf = 0; leaf < leaves; leaf++) {
      block(leaf);
    }
    for (int node = leaves - 1; node > 0; node--) {
      join(node);
    }
  }

  /** Moves a row to the low side. */
  void move(int rank, double difference) {
    low[rank] += difference;
    high[rank] -= difference;
    if (counting) {
      lowRows[rank]++;
      highRows[rank]--;
    }
    int leaf = rank / BLOCK;
    block(leaf);
    for (int node = (leaves + leaf) >>> 1; node > 0; node >>>= 1) {
      join(node);
    }
  }

  private void block(int leaf) {
    int at = (leaves + leaf) * STRIDE;
    int from = leaf * BLOCK;
    scan(low, lowRows, from, at);
    scan(high, highRows, from, at + HIGH);
  }

  /** Comparisons instead of {@code Math.max}: zeros of either sign are alike here. */
  private void scan(double[] values, int[] rows, int from, int at) {
    double sum = 0;
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (int r = from; r < from + BLOCK; r++) {
      sum += values[r];
      most = sum > most ? sum : most;
      least = sum < least ? sum : least;
    }
    nodes[at] = sum;
    nodes[at + 1] = most;
    nodes[at + 2] = least;
    if (counting) {
      int count = 0;
      for (int r = from; r < from + BLOCK; r++) {
        count += rows[r];
      }
      nodes[at + 3] = count;
    }
  }

  private void join(int node) {
    int at = node * STRIDE;
    join(at, 2 * at);
    join(at + HIGH, 2 * at + HIGH);
  }

  private void join(int at, int a) {
    int b = a + STRIDE;
    double sum = nodes[a];
    double most = sum + nodes[b + 1];
    double least = sum + nodes[b + 2];
    nodes[at] = sum + nodes[b];
    nodes[at + 1] = nodes[a + 1] > most ? nodes[a + 1] : most;
    nodes[at + 2] = nodes[a + 2] < least ? nodes[a + 2] : least;
    if (counting) {
      nodes[at + 3] = nodes[a + 3] + nodes[b + 3];
    }
  }

  /** Looks for the extremes on one side; with nothing allowed they are infinite. */
  void query(boolean lowSide, int fewest) {
    int side = lowSide ? 0 : HIGH;
    if (fewest <= 1) {
      largest = nodes[STRIDE + side + 1];
      smallest = nodes[STRIDE + side + 2];
      return;
    }
    largest = Double.NEGATIVE_INFINITY;
    smallest = Double.POSITIVE_INFINITY;
    double total = nodes[STRIDE + side + 3];
    descend(1, side, fewest, total - fewest, 0, 0);
  }

  double largest() {
    return largest;
  }

  double smallest() {
    return smallest;
  }

  /** Prefixes in this node that hold between least and most rows; before: what lies to its left. */
  private void descend(int node, int side, double least, double most, double rows, double sum) {
    int at = node * STRIDE + side;
    double after = rows + nodes[at + 3];
    if (after < least || rows > most) {
      return;
    }
    if (rows >= least && after <= most) {
      largest = Math.max(largest, sum + nodes[at + 1]);
      smallest = Math.min(smallest, sum + nodes[at + 2]);
      return;
    }
    if (node >= leaves) {
      scanAllowed((node - leaves) * BLOCK, side, least, most, rows, sum);
      return;
    }
    int left = 2 * node * STRIDE + side;
    descend(2 * node, side, least, most, rows, sum);
    descend(2 * node + 1, side, least, most, rows + nodes[left + 3], sum + nodes[left]);
  }

  private void scanAllowed(
      int from, int side, double least, double most, double before, double start) {
    double[] values = side == 0 ? low : high;
    int[] counts = side == 0 ? lowRows : highRows;
    double rows = before;
    double sum = start;
    for (int r = from; r < from + BLOCK; r++) {
      rows += counts[r];
      sum += values[r];
      if (rows >= least && rows <= most) {
        largest = Math.max(largest, sum);
        smallest = Math.min(smallest, sum);
      }
    }
  }
}
