// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows that a rule is learned from. An arm that is not open to a row is never given to it:
 * under a rule such a row gets the first arm, which is open to all.
 *
 * @param columns covariates that may be asked, by column, without missing values
 * @param scores one array of row scores per arm, without costs
 * @param weights what each row counts for
 * @param open whether an arm is open to a row, by arm and row
 */
public record PolicyRows(
    double[][] columns, double[][] scores, double[] weights, boolean[][] open) {

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if they differ, or the first arm is closed to a row
   */
  public PolicyRows {
    int n = weights.length;
    boolean fits =
        scores.length == open.length
            && Arrays.stream(columns).allMatch(column -> column.length == n)
            && Arrays.stream(scores).allMatch(score -> score.length == n)
            && Arrays.stream(open).allMatch(arm -> arm.length == n);
    if (!fits || IntStream.range(0, n).anyMatch(i -> !open[0][i])) {
      throw new IllegalArgumentException("rows of a rule differ, or the first arm is closed");
    }
  }

  /** Rows that count alike, with every arm open. */
  public static PolicyRows plain(double[][] columns, double[][] scores) {
    double[] weights = new double[scores[0].length];
    Arrays.fill(weights, 1);
    return new PolicyRows(columns, scores, weights, allOpen(scores.length, weights.length));
  }

  /** Every arm open to every row. */
  public static boolean[][] allOpen(int arms, int rows) {
    boolean[][] open = new boolean[arms][rows];
    for (boolean[] arm : open) {
      Arrays.fill(arm, true);
    }
    return open;
  }

  /** Number of rows. */
  public int size() {
    return weights.length;
  }

  /** The arm that a row gets where a rule gives an arm. */
  public int given(int arm, int row) {
    return open[arm][row] ? arm : 0;
  }

  /** The arm that each row gets under a rule. */
  public int[] given(PolicyTree tree) {
    int[] arm = Assignment.of(tree, columns).arm();
    return IntStream.range(0, arm.length).map(i -> given(arm[i], i)).toArray();
  }

  /** The end of the rule that each row comes to, from 0, left to right. */
  public int[] leaves(PolicyTree tree) {
    return Assignment.of(tree, columns).leaf();
  }

  /** What each row has under each arm where that is open, costs taken off. */
  public double[][] net(double[] cost) {
    double[][] net = new double[scores.length][size()];
    for (int a = 0; a < net.length; a++) {
      for (int i = 0; i < net[a].length; i++) {
        int given = given(a, i);
        net[a][i] = scores[given][i] - cost[given];
      }
    }
    return net;
  }

  /** Some of the rows. */
  PolicyRows select(int[] rows) {
    boolean[][] kept = new boolean[open.length][rows.length];
    for (int a = 0; a < kept.length; a++) {
      for (int r = 0; r < rows.length; r++) {
        kept[a][r] = open[a][rows[r]];
      }
    }
    return new PolicyRows(
        PolicySearch.select(columns, rows),
        PolicySearch.select(scores, rows),
        IntStream.of(rows).mapToDouble(i -> weights[i]).toArray(),
        kept);
  }

  /** The share of the weight that each arm gets under a rule. */
  double[] shares(PolicyTree tree) {
    int[] given = given(tree);
    double[] shares = new double[scores.length];
    double total = Arrays.stream(weights).sum();
    for (int i = 0; i < given.length; i++) {
      shares[given[i]] += weights[i] / total;
    }
    return shares;
  }
}
