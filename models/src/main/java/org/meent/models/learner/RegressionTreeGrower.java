// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import org.meent.protocols.run.RandomStream;

/**
 * Grows one regression tree on a sample of rows, by histograms of byte codes. A split maximises
 * {@code S_L²/n_L + S_R²/n_R} of the weighted sums of the target; missing values are tried on both
 * sides and alone (missing incorporated in attributes), and of categories missing is one. Not for
 * sharing between threads.
 */
final class RegressionTreeGrower {
  private final Bins cut;
  private final int width;
  private final int fewest;
  private final int deepest;
  private final int tried;
  private final double[] bins = new double[Bins.CODES * 4];
  private final CodeOrder sequence = new CodeOrder();
  private final int[] columnOrder;
  private final double[] gains;
  private byte[][] local = {};
  private double[] target = {};
  private double[] weight = {};
  private double[] pull = {};
  private double[] heft = {};
  private int[] order = {};
  private int[] spare = {};
  private double bestGain;
  private int bestColumn;
  private long bestLeft;

  /**
   * @param cut the columns and their codes
   * @param fewest rows in a leaf
   * @param deepest levels below the root
   * @param tried columns tried at each node
   */
  RegressionTreeGrower(Bins cut, int fewest, int deepest, int tried) {
    this.cut = cut;
    this.width = cut.width();
    this.fewest = fewest;
    this.deepest = deepest;
    this.tried = Math.min(tried, width);
    this.columnOrder = new int[width];
    this.gains = new double[width];
  }

  /** The squared error that each column has taken away in all trees grown so far. */
  double[] gains() {
    return gains.clone();
  }

  BinnedTree grow(byte[][] codes, double[] y, double[] weights, int[] rows, RandomStream random) {
    int m = rows.length;
    prepare(codes, y, weights, rows);
    BinnedTree tree = new BinnedTree();
    int[] stack = new int[4 * (deepest + 2)];
    int top = 0;
    stack[top++] = 0;
    stack[top++] = 0;
    stack[top++] = m;
    stack[top++] = 0;
    while (top > 0) {
      int depth = stack[--top];
      int to = stack[--top];
      int from = stack[--top];
      int node = stack[--top];
      double total = 0;
      double totalMass = 0;
      for (int k = from; k < to; k++) {
        int i = order[k];
        heft[k] = weight[i];
        pull[k] = weight[i] * target[i];
        total += pull[k];
        totalMass += heft[k];
      }
      tree.value(node, totalMass > 0 ? total / totalMass : 0);
      if (depth >= deepest || to - from < 2 * fewest || !(totalMass > 0)) {
        continue;
      }
      search(from, to, total, totalMass, random);
      if (bestGain <= 0) {
        continue;
      }
      gains[bestColumn] += bestGain;
      int child = tree.split(node, bestColumn, bestLeft);
      int middle = partition(from, to);
      top = push(stack, top, child, from, middle, depth + 1);
      top = push(stack, top, child + 1, middle, to, depth + 1);
    }
    tree.trim();
    return tree;
  }

  private static int push(int[] stack, int top, int node, int from, int to, int depth) {
    stack[top] = node;
    stack[top + 1] = from;
    stack[top + 2] = to;
    stack[top + 3] = depth;
    return top + 4;
  }

  private void prepare(byte[][] codes, double[] y, double[] weights, int[] rows) {
    int m = rows.length;
    if (order.length < m || local.length != width || local[0].length < m) {
      local = new byte[width][m];
      target = new double[m];
      weight = new double[m];
      pull = new double[m];
      heft = new double[m];
      order = new int[m];
      spare = new int[m];
    }
    for (int j = 0; j < width; j++) {
      byte[] from = codes[j];
      byte[] to = local[j];
      for (int k = 0; k < m; k++) {
        to[k] = from[rows[k]];
      }
    }
    for (int k = 0; k < m; k++) {
      target[k] = y[rows[k]];
      weight[k] = weights[rows[k]];
      order[k] = k;
    }
  }

  private void search(int from, int to, double total, double totalMass, RandomStream random) {
    bestGain = 0;
    double parent = total * total / totalMass * (1 + 1e-12);
    for (int j = 0; j < width; j++) {
      columnOrder[j] = j;
    }
    for (int k = 0; k < tried; k++) {
      if (tried < width) {
        int pick = k + random.nextInt(width - k);
        int swap = columnOrder[k];
        columnOrder[k] = columnOrder[pick];
        columnOrder[pick] = swap;
      }
      sweep(columnOrder[k], from, to, total, totalMass, parent);
    }
  }

  /** Sums a column's bins and tries its thresholds; only bins that hold rows are visited. */
  private void sweep(int column, int from, int to, double total, double totalMass, double parent) {
    byte[] codes = local[column];
    long filled = 0;
    for (int k = from; k < to; k++) {
      int c = codes[order[k]];
      int at = c << 2;
      bins[at] += pull[k];
      bins[at + 1] += heft[k];
      bins[at + 2]++;
      filled |= 1L << c;
    }
    int rows = to - from;
    if (cut.isCategory(column)) {
      sequence.byMean(filled, bins);
      walk(column, 0, rows, total, totalMass, parent);
    } else {
      sequence.ascending(filled);
      if ((filled & 1) != 0) {
        walk(column, 1, rows, total, totalMass, parent);
      }
      walk(column, 0, rows, total, totalMass, parent);
    }
    for (long bits = filled; bits != 0; bits &= bits - 1) {
      int at = Long.numberOfTrailingZeros(bits) << 2;
      bins[at] = 0;
      bins[at + 1] = 0;
      bins[at + 2] = 0;
    }
  }

  /**
   * Moves codes to the left one by one. An ordered column with missing values is walked twice: from
   * the second code on, which leaves them right, and from the first, "missing against observed".
   */
  private void walk(
      int column, int first, int rows, double total, double totalMass, double parent) {
    double leftSum = 0;
    double leftMass = 0;
    double leftCount = 0;
    // "Observed against missing" is tried with missing on the left, where unseen values go right.
    double observed = first == 1 ? rows - bins[2] : rows;
    for (int k = first; k < sequence.size(); k++) {
      int at = sequence.at(k) << 2;
      leftSum += bins[at];
      leftMass += bins[at + 1];
      leftCount += bins[at + 2];
      if (leftCount < fewest) {
        continue;
      }
      if (rows - leftCount < fewest || leftCount >= observed) {
        return;
      }
      double rightMass = totalMass - leftMass;
      if (!(leftMass > 0) || !(rightMass > 0)) {
        continue;
      }
      double rightSum = total - leftSum;
      double gain = leftSum * leftSum / leftMass + rightSum * rightSum / rightMass - parent;
      if (gain > bestGain) {
        bestGain = gain;
        bestColumn = column;
        bestLeft = sequence.left(k, first == 1, 2 * leftCount >= rows, cut.isCategory(column));
      }
    }
  }

  /** Puts the rows that go left before the others, keeping their order. */
  private int partition(int from, int to) {
    byte[] codes = local[bestColumn];
    int leftEnd = from;
    int held = 0;
    for (int k = from; k < to; k++) {
      int i = order[k];
      if ((bestLeft >>> codes[i] & 1) != 0) {
        order[leftEnd++] = i;
      } else {
        spare[held++] = i;
      }
    }
    System.arraycopy(spare, 0, order, leftEnd, held);
    return leftEnd;
  }
}
