// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.meent.models.learner.Bins;
import org.meent.models.learner.CodeOrder;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Grows the splits of one causal tree. In each node the centred outcome is replaced by the gradient
 * of the local moment equation, {@code rho = (w - w̄)(y - ȳ - (w - w̄) τ)}, and the split maximises
 * {@code (Σ_L rho)²/n_L + (Σ_R rho)²/n_R}. Both children need enough rows with treatment below and
 * above the node's mean, and a share of the node's variation in treatment. Not for sharing between
 * threads.
 */
@Reference(
    authors = "S. Athey, J. Tibshirani, S. Wager (2019)",
    title = "Generalized random forests",
    source = "Annals of Statistics 47, 1148-1178",
    url = "https://doi.org/10.1214/18-AOS1709")
final class CausalTreeGrower {
  private static final int DEEPEST = 60;
  private static final long ABOVE = 1L << 32;

  private final Bins cut;
  private final int width;
  private final int fewest;
  private final double least;
  private final double poissonFloor;
  private final double[] bins = new double[Bins.CODES * 4];
  private final long[] counts = new long[Bins.CODES];
  private final CodeOrder sequence = new CodeOrder();
  private final int[] columnOrder;
  private byte[][] local = {};
  private double[] y = {};
  private double[] w = {};
  private double[] weight = {};
  private double[] rho = {};
  private double[] square = {};
  private double[] mass = {};
  private long[] tally = {};
  private int[] order = {};
  private int[] spare = {};
  private double bestGain;
  private int bestColumn;
  private long bestLeft;
  private double total;
  private double totalMass;
  private double totalSquare;
  private long totalCount;

  /**
   * @param cut the columns and their codes
   * @param fewest rows with treatment below, and as many above, the node's mean in each child
   * @param least share of the node's treatment variation in each child
   * @param tried expected number of columns tried at a node
   */
  CausalTreeGrower(Bins cut, int fewest, double least, int tried) {
    this.cut = cut;
    this.width = cut.width();
    this.fewest = fewest;
    this.least = least;
    this.poissonFloor = StrictMath.exp(-tried);
    this.columnOrder = new int[width];
  }

  CausalTree grow(
      byte[][] codes, double[] ys, double[] ws, double[] weights, int[] rows, RandomStream random) {
    prepare(codes, ys, ws, weights, rows);
    CausalTree tree = new CausalTree();
    int[] stack = new int[4 * (DEEPEST + 4)];
    stack[2] = rows.length;
    int top = 4;
    while (top > 0) {
      top -= 4;
      int node = stack[top];
      int from = stack[top + 1];
      int to = stack[top + 2];
      int depth = stack[top + 3];
      if (depth >= DEEPEST || !relabel(from, to)) {
        continue;
      }
      search(from, to, random);
      if (bestGain <= 0) {
        continue;
      }
      int child = tree.split(node, bestColumn, bestLeft);
      int middle = partition(from, to);
      top = push(stack, top, child, from, middle, depth + 1);
      top = push(stack, top, child + 1, middle, to, depth + 1);
    }
    return tree;
  }

  private static int push(int[] stack, int top, int node, int from, int to, int depth) {
    stack[top] = node;
    stack[top + 1] = from;
    stack[top + 2] = to;
    stack[top + 3] = depth;
    return top + 4;
  }

  private void prepare(byte[][] codes, double[] ys, double[] ws, double[] weights, int[] rows) {
    int m = rows.length;
    if (order.length < m) {
      local = new byte[width][m];
      y = new double[m];
      w = new double[m];
      weight = new double[m];
      rho = new double[m];
      square = new double[m];
      mass = new double[m];
      tally = new long[m];
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
      y[k] = ys[rows[k]];
      w[k] = ws[rows[k]];
      weight[k] = weights[rows[k]];
      order[k] = k;
    }
  }

  /** Replaces outcomes by gradients, written in the order of the node; false if it cannot split. */
  private boolean relabel(int from, int to) {
    if (to - from < 4 * fewest) {
      return false;
    }
    double sum = 0;
    double meanY = 0;
    double meanW = 0;
    for (int k = from; k < to; k++) {
      int i = order[k];
      sum += weight[i];
      meanY += weight[i] * y[i];
      meanW += weight[i] * w[i];
    }
    if (!(sum > 0)) {
      return false;
    }
    meanY /= sum;
    meanW /= sum;
    double cross = 0;
    double variation = 0;
    for (int k = from; k < to; k++) {
      int i = order[k];
      double dw = w[i] - meanW;
      cross += weight[i] * dw * (y[i] - meanY);
      variation += weight[i] * dw * dw;
    }
    if (!(variation > 1e-10 * sum)) {
      return false;
    }
    double tau = cross / variation;
    total = 0;
    totalMass = sum;
    totalSquare = variation;
    totalCount = 0;
    for (int k = from; k < to; k++) {
      int i = order[k];
      double dw = w[i] - meanW;
      rho[k] = weight[i] * dw * (y[i] - meanY - dw * tau);
      square[k] = weight[i] * dw * dw;
      mass[k] = weight[i];
      tally[k] = dw < 0 ? 1 : ABOVE;
      total += rho[k];
      totalCount += tally[k];
    }
    return enough(totalCount, 2 * fewest);
  }

  private static boolean enough(long count, int fewest) {
    return (int) count >= fewest && (int) (count >>> 32) >= fewest;
  }

  private void search(int from, int to, RandomStream random) {
    bestGain = 0;
    for (int j = 0; j < width; j++) {
      columnOrder[j] = j;
    }
    int drawn = Math.min(width, Math.max(1, poisson(random)));
    for (int k = 0; k < drawn; k++) {
      int pick = k + random.nextInt(width - k);
      int column = columnOrder[pick];
      columnOrder[pick] = columnOrder[k];
      columnOrder[k] = column;
      sweep(column, from, to);
    }
  }

  /** A Poisson number by multiplying uniforms until they fall below exp(-mean). */
  private int poisson(RandomStream random) {
    int k = 0;
    double product = random.nextDouble();
    while (product > poissonFloor) {
      product *= random.nextDouble();
      k++;
    }
    return k;
  }

  /** Sums a column's bins and tries its thresholds; only bins that hold rows are visited. */
  private void sweep(int column, int from, int to) {
    byte[] codes = local[column];
    long filled = 0;
    for (int k = from; k < to; k++) {
      int c = codes[order[k]];
      add(c, k);
      filled |= 1L << c;
    }
    if (cut.isCategory(column)) {
      sequence.byMean(filled, bins);
      walk(column, 0);
    } else {
      sequence.ascending(filled);
      if ((filled & 1) != 0) {
        walk(column, 1);
      }
      walk(column, 0);
    }
    for (long bits = filled; bits != 0; bits &= bits - 1) {
      int c = Long.numberOfTrailingZeros(bits);
      int at = c << 2;
      bins[at] = 0;
      bins[at + 1] = 0;
      bins[at + 2] = 0;
      counts[c] = 0;
    }
  }

  private void add(int code, int k) {
    int at = code << 2;
    bins[at] += rho[k];
    bins[at + 1] += mass[k];
    bins[at + 2] += square[k];
    counts[code] += tally[k];
  }

  /**
   * Moves codes to the left one by one. An ordered column with missing values is walked twice: from
   * the second code on, which leaves them right, and from the first, "missing against observed".
   */
  private void walk(int column, int first) {
    double leftSum = 0;
    double leftMass = 0;
    double leftSquare = 0;
    long leftCount = 0;
    double floor = least * totalSquare;
    // "Observed against missing" is tried with missing on the left, where unseen values go right.
    long observed = first == 1 ? totalCount - counts[0] : totalCount;
    for (int k = first; k < sequence.size(); k++) {
      int c = sequence.at(k);
      int at = c << 2;
      leftSum += bins[at];
      leftMass += bins[at + 1];
      leftSquare += bins[at + 2];
      leftCount += counts[c];
      if (leftSquare < floor || !enough(leftCount, fewest)) {
        continue;
      }
      if (leftCount == observed
          || totalSquare - leftSquare < floor
          || !enough(totalCount - leftCount, fewest)) {
        return;
      }
      double rightSum = total - leftSum;
      double gain = leftSum * leftSum / leftMass + rightSum * rightSum / (totalMass - leftMass);
      if (gain > bestGain) {
        bestGain = gain;
        bestColumn = column;
        bestLeft = sequence.left(k, first == 1, 2 * leftMass >= totalMass, cut.isCategory(column));
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
