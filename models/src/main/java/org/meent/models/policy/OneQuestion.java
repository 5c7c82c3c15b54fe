// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;

/** The best rule of one question at most, among some rows. */
final class OneQuestion {
  private final Ranks[] ranks;
  private final double[][] scores;
  private final int fewest;

  /** For covariates and scores of all rows. */
  OneQuestion(Ranks[] ranks, double[][] scores, int fewest) {
    this.ranks = ranks;
    this.scores = scores;
    this.fewest = fewest;
  }

  /** The best arm for all of some rows; of equal arms the first. */
  static PolicyTree.Leaf leaf(double[][] scores, int[] rows) {
    double[] totals = totals(scores, rows);
    int best = 0;
    for (int a = 1; a < totals.length; a++) {
      best = totals[a] > totals[best] ? a : best;
    }
    return new PolicyTree.Leaf(best, rows.length);
  }

  /** The sum of scores of some rows under each arm. */
  static double[] totals(double[][] scores, int[] rows) {
    return Arrays.stream(scores)
        .mapToDouble(
            arm -> {
              double sum = 0;
              for (int i : rows) {
                sum += arm[i];
              }
              return sum;
            })
        .toArray();
  }

  /** The best single question among some rows, or none. */
  PolicyTree best(int[] rows) {
    double[] totals = totals(scores, rows);
    double most = Arrays.stream(totals).max().orElse(0);
    int column = -1;
    int cut = -1;
    boolean[] in = new boolean[ranks.length == 0 ? 0 : ranks[0].rank().length];
    for (int i : rows) {
      in[i] = true;
    }
    for (int j = 0; j < ranks.length; j++) {
      int[] order = among(ranks[j].order(), in, rows.length);
      int[] rank = ranks[j].rank();
      double[] below = new double[totals.length];
      for (int k = 0; k < order.length - fewest; k++) {
        for (int a = 0; a < below.length; a++) {
          below[a] += scores[a][order[k]];
        }
        if (k + 1 >= fewest && rank[order[k]] < rank[order[k + 1]]) {
          double low = Double.NEGATIVE_INFINITY;
          double high = Double.NEGATIVE_INFINITY;
          for (int a = 0; a < below.length; a++) {
            low = Math.max(low, below[a]);
            high = Math.max(high, totals[a] - below[a]);
          }
          if (low + high > most) {
            most = low + high;
            column = j;
            cut = rank[order[k]];
          }
        }
      }
    }
    if (column < 0) {
      return leaf(scores, rows);
    }
    int[][] sides = sides(ranks[column].rank(), rows, cut);
    return new PolicyTree.Question(
        column, ranks[column].values()[cut], leaf(scores, sides[0]), leaf(scores, sides[1]));
  }

  private static int[] among(int[] order, boolean[] in, int rows) {
    int[] among = new int[rows];
    int count = 0;
    for (int i : order) {
      if (in[i]) {
        among[count++] = i;
      }
    }
    return among;
  }

  /** Rows at or below a cut, and above it. */
  static int[][] sides(int[] rank, int[] rows, int cut) {
    return new int[][] {
      Arrays.stream(rows).filter(i -> rank[i] <= cut).toArray(),
      Arrays.stream(rows).filter(i -> rank[i] > cut).toArray()
    };
  }
}
