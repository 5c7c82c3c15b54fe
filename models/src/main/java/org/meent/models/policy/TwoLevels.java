// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.meent.models.learner.Parallel;

/**
 * The best rule of a question and two questions below it. The root threshold moves up one row at a
 * time; for each covariate of the children {@link PrefixExtremes} keeps the best child threshold on
 * both sides.
 *
 * <p>For a child with arm {@code a} below and {@code b} above its threshold the sum is {@code T_b +
 * P_a - P_b} with totals {@code T} and prefix sums {@code P}: the best threshold has the largest
 * prefix of the difference between two arms.
 */
final class TwoLevels {
  private final Ranks[] ranks;
  private final double[][] scores;
  private final int fewest;

  /** For covariates and exactly summable scores of all rows. */
  TwoLevels(Ranks[] ranks, double[][] scores, int fewest) {
    this.ranks = ranks;
    this.scores = scores;
    this.fewest = fewest;
  }

  /**
   * The best root question.
   *
   * @param total the sum of scores under the best rule
   * @param column its covariate, or -1 where no question is better than none
   * @param cut the rank at or below which rows go low
   */
  record Root(double total, int column, int cut) {}

  /** The best rule. */
  PolicyTree best(Parallel parallel) {
    Root found = root(parallel);
    int[] rows = IntStream.range(0, scores[0].length).toArray();
    if (found.column < 0) {
      return OneQuestion.leaf(scores, rows);
    }
    int[][] sides = OneQuestion.sides(ranks[found.column].rank(), rows, found.cut);
    OneQuestion below = new OneQuestion(ranks, scores, fewest);
    return new PolicyTree.Question(
        found.column,
        ranks[found.column].values()[found.cut],
        below.best(sides[0]),
        below.best(sides[1]));
  }

  /** The best root and what the best rule adds up to. */
  Root root(Parallel parallel) {
    List<Callable<Root>> tasks = new ArrayList<>();
    for (int j = 0; j < ranks.length; j++) {
      int column = j;
      tasks.add(() -> root(column));
    }
    int[] rows = IntStream.range(0, scores[0].length).toArray();
    Root found = new Root(Arrays.stream(OneQuestion.totals(scores, rows)).max().orElse(0), -1, -1);
    for (Root root : parallel.all(tasks)) {
      found = root.total > found.total ? root : found;
    }
    return found;
  }

  /** The best root threshold on one covariate. */
  private Root root(int column) {
    int[] order = ranks[column].order();
    int[] rank = ranks[column].rank();
    int n = order.length;
    int arms = scores.length;
    int[] steps = ranks[column].boundaries(fewest);
    double[][] below = new double[arms][steps.length];
    double[] all = new double[arms];
    double[] low = new double[steps.length];
    double[] high = new double[steps.length];
    for (int a = 0; a < arms; a++) {
      double sum = 0;
      int k = 0;
      for (int s = 0; s < steps.length; s++) {
        for (; k <= steps[s]; k++) {
          sum += scores[a][order[k]];
        }
        below[a][s] = sum;
      }
      for (; k < n; k++) {
        sum += scores[a][order[k]];
      }
      all[a] = sum;
    }
    for (int s = 0; s < steps.length; s++) {
      low[s] = Double.NEGATIVE_INFINITY;
      high[s] = Double.NEGATIVE_INFINITY;
      for (int a = 0; a < arms; a++) {
        low[s] = Math.max(low[s], below[a][s]);
        high[s] = Math.max(high[s], all[a] - below[a][s]);
      }
    }
    double[] difference = new double[n];
    for (Ranks child : ranks) {
      PrefixExtremes extremes = new PrefixExtremes(child.values().length);
      for (int a = 0; a < arms; a++) {
        for (int b = a + 1; b < arms; b++) {
          for (int i = 0; i < n; i++) {
            difference[i] = scores[a][i] - scores[b][i];
          }
          extremes.fill(child.rank(), difference);
          sweep(extremes, child.rank(), difference, order, steps, below, all, a, b, low, high);
        }
      }
    }
    Root best = new Root(Double.NEGATIVE_INFINITY, -1, -1);
    for (int s = 0; s < steps.length; s++) {
      if (low[s] + high[s] > best.total) {
        best = new Root(low[s] + high[s], column, rank[order[steps[s]]]);
      }
    }
    return best;
  }

  private void sweep(
      PrefixExtremes extremes,
      int[] childRank,
      double[] difference,
      int[] order,
      int[] steps,
      double[][] below,
      double[] all,
      int a,
      int b,
      double[] low,
      double[] high) {
    int k = 0;
    for (int s = 0; s < steps.length; s++) {
      for (; k <= steps[s]; k++) {
        int i = order[k];
        extremes.move(childRank[i], difference[i]);
      }
      extremes.query(true, fewest);
      double sum = Math.max(below[b][s] + extremes.largest(), below[a][s] - extremes.smallest());
      low[s] = Math.max(low[s], sum);
      extremes.query(false, fewest);
      sum =
          Math.max(
              all[b] - below[b][s] + extremes.largest(),
              all[a] - below[a][s] - extremes.smallest());
      high[s] = Math.max(high[s], sum);
    }
  }
}
