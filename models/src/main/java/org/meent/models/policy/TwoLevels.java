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
    RootColumn roots = new RootColumn(ranks[column]);
    for (Ranks child : ranks) {
      roots.weigh(child);
    }
    return roots.best(column);
  }

  /** All root thresholds of one covariate, and the best that was found on both sides of each. */
  private final class RootColumn {
    private final Ranks ranked;
    private final int[] order;
    private final int[] steps;
    private final double[][] below;
    private final double[] all;
    private final double[] low;
    private final double[] high;

    RootColumn(Ranks ranked) {
      this.ranked = ranked;
      this.order = ranked.order();
      this.steps = ranked.boundaries(fewest);
      this.below = new double[scores.length][steps.length];
      this.all = new double[scores.length];
      this.low = new double[steps.length];
      this.high = new double[steps.length];
      Arrays.fill(low, Double.NEGATIVE_INFINITY);
      Arrays.fill(high, Double.NEGATIVE_INFINITY);
      for (int a = 0; a < scores.length; a++) {
        oneArm(a);
      }
    }

    /** One arm for everybody below, and one for everybody above. */
    private void oneArm(int a) {
      double sum = 0;
      int k = 0;
      for (int s = 0; s < steps.length; s++) {
        for (; k <= steps[s]; k++) {
          sum += scores[a][order[k]];
        }
        below[a][s] = sum;
      }
      for (; k < order.length; k++) {
        sum += scores[a][order[k]];
      }
      all[a] = sum;
      for (int s = 0; s < steps.length; s++) {
        low[s] = Math.max(low[s], below[a][s]);
        high[s] = Math.max(high[s], sum - below[a][s]);
      }
    }

    /** Questions on one covariate below each root threshold. Rows are read in the root's order. */
    void weigh(Ranks child) {
      int[] rank = inOrder(child.rank());
      double[] difference = new double[order.length];
      PrefixExtremes extremes = new PrefixExtremes(child.values().length, fewest > 1);
      for (int a = 0; a < scores.length; a++) {
        for (int b = a + 1; b < scores.length; b++) {
          subtract(scores[a], scores[b], difference);
          extremes.fill(rank, difference);
          sweep(extremes, rank, difference, a, b);
        }
      }
    }

    private int[] inOrder(int[] perRow) {
      int[] ordered = new int[order.length];
      for (int k = 0; k < ordered.length; k++) {
        ordered[k] = perRow[order[k]];
      }
      return ordered;
    }

    private void subtract(double[] first, double[] second, double[] difference) {
      for (int k = 0; k < difference.length; k++) {
        difference[k] = first[order[k]] - second[order[k]];
      }
    }

    private void sweep(PrefixExtremes extremes, int[] rank, double[] difference, int a, int b) {
      int k = 0;
      for (int s = 0; s < steps.length; s++) {
        for (; k <= steps[s]; k++) {
          extremes.move(rank[k], difference[k]);
        }
        weigh(extremes, s, a, b);
      }
    }

    /** The better child on both sides of one root threshold. */
    private void weigh(PrefixExtremes extremes, int s, int a, int b) {
      extremes.query(true, fewest);
      low[s] = Math.max(low[s], better(extremes, below[a][s], below[b][s]));
      extremes.query(false, fewest);
      high[s] = Math.max(high[s], better(extremes, all[a] - below[a][s], all[b] - below[b][s]));
    }

    /** The better of "first arm below, second above" and the other way round. */
    private static double better(PrefixExtremes extremes, double first, double second) {
      return Math.max(second + extremes.largest(), first - extremes.smallest());
    }

    Root best(int column) {
      Root best = new Root(Double.NEGATIVE_INFINITY, -1, -1);
      for (int s = 0; s < steps.length; s++) {
        if (low[s] + high[s] > best.total) {
          best = new Root(low[s] + high[s], column, ranked.rank()[order[steps[s]]]);
        }
      }
      return best;
    }
  }
}
