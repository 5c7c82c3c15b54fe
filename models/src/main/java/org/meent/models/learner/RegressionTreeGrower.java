// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;
import org.meent.protocols.run.RandomStream;

/**
 * Grows one regression tree on a sample of rows, by histograms of byte codes. A split maximises
 * {@code S_L²/n_L + S_R²/n_R} of the weighted sums of the target; missing values are tried on both
 * sides and alone (missing incorporated in attributes). Not for sharing between threads.
 */
final class RegressionTreeGrower {
  private final int width;
  private final int fewest;
  private final int deepest;
  private final int tried;
  private final double[] sum = new double[Bins.CODES];
  private final double[] mass = new double[Bins.CODES];
  private final int[] count = new int[Bins.CODES];
  private final int[] columnOrder;
  private byte[][] local = {};
  private double[] target = {};
  private double[] weight = {};
  private int[] order = {};
  private int[] spare = {};
  private double bestGain;
  private int bestColumn;
  private int bestCode;
  private boolean bestMissingLeft;

  /**
   * @param fewest rows in a leaf
   * @param deepest levels below the root
   * @param tried columns tried at each node
   */
  RegressionTreeGrower(int width, int fewest, int deepest, int tried) {
    this.width = width;
    this.fewest = fewest;
    this.deepest = deepest;
    this.tried = Math.min(tried, width);
    this.columnOrder = new int[width];
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
        total += weight[order[k]] * target[order[k]];
        totalMass += weight[order[k]];
      }
      tree.value(node, totalMass > 0 ? total / totalMass : 0);
      if (depth >= deepest || to - from < 2 * fewest || !(totalMass > 0)) {
        continue;
      }
      search(from, to, total, totalMass, random);
      if (bestGain <= 0) {
        continue;
      }
      int child = tree.split(node, bestColumn, bestCode, bestMissingLeft);
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

  private void sweep(int column, int from, int to, double total, double totalMass, double parent) {
    byte[] codes = local[column];
    int lowest = 255;
    int highest = 0;
    for (int k = from; k < to; k++) {
      int i = order[k];
      int c = codes[i] & 0xFF;
      sum[c] += weight[i] * target[i];
      mass[c] += weight[i];
      count[c]++;
      lowest = Math.min(lowest, c);
      highest = Math.max(highest, c);
    }
    int rows = to - from;
    if (lowest < highest) {
      if (count[0] == 0) {
        walk(column, Math.max(lowest, 1), highest, 0, 0, 0, rows, total, totalMass, parent, false);
      } else {
        walk(column, 1, highest, 0, 0, 0, rows, total, totalMass, parent, false);
        walk(column, 0, highest, sum[0], mass[0], count[0], rows, total, totalMass, parent, true);
      }
    }
    Arrays.fill(sum, lowest, highest + 1, 0);
    Arrays.fill(mass, lowest, highest + 1, 0);
    Arrays.fill(count, lowest, highest + 1, 0);
  }

  /**
   * Tries every threshold; with missing on the left the first one is "missing against observed".
   */
  private void walk(
      int column,
      int first,
      int last,
      double startSum,
      double startMass,
      int startCount,
      int rows,
      double total,
      double totalMass,
      double parent,
      boolean missingLeft) {
    double leftSum = startSum;
    double leftMass = startMass;
    int leftCount = startCount;
    for (int c = first; c < last; c++) {
      if (c > 0) {
        if (count[c] == 0) {
          continue;
        }
        leftSum += sum[c];
        leftMass += mass[c];
        leftCount += count[c];
      }
      if (leftCount < fewest) {
        continue;
      }
      if (rows - leftCount < fewest) {
        break;
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
        bestCode = c;
        bestMissingLeft = count[0] > 0 ? missingLeft : 2 * leftCount >= rows;
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
      int c = codes[i] & 0xFF;
      if (c == 0 ? bestMissingLeft : c <= bestCode) {
        order[leftEnd++] = i;
      } else {
        spare[held++] = i;
      }
    }
    System.arraycopy(spare, 0, order, leftEnd, held);
    return leftEnd;
  }
}
