// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.meent.models.learner.Parallel;
import org.meent.protocols.literature.Reference;

/**
 * The best rule of a root question and two levels below it, by branch and bound over root
 * thresholds. For thresholds of one covariate between two that were tried, no rule is better than
 * the best two levels on the rows certainly below, plus those on the rows certainly above, plus the
 * best arm of each row in between; an interval whose bound does not beat the best rule found is
 * never opened.
 */
@Reference(
    authors = "R. Mazumder, X. Meng, H. Wang (2022)",
    title = "Quant-BnB: a scalable branch-and-bound method for optimal decision trees",
    source = "Proceedings of the 39th International Conference on Machine Learning, PMLR 162")
final class ThreeLevels {
  private final double[][] columns;
  private final double[][] scores;
  private final int fewest;
  private final Ranks[] ranks;
  private final Parallel parallel;

  private double most;
  private int bestColumn = -1;
  private int bestCut;

  /** For covariates and exactly summable scores. */
  ThreeLevels(double[][] columns, double[][] scores, Ranks[] ranks, int fewest, Parallel parallel) {
    this.columns = columns;
    this.scores = scores;
    this.ranks = ranks;
    this.fewest = fewest;
    this.parallel = parallel;
  }

  /**
   * Thresholds of one covariate between two that were tried (or the ends).
   *
   * @param from index of the tried threshold below, -1 for none
   * @param to index of the tried one above, the number of thresholds for none
   * @param below the most that two levels can reach on the rows at or below {@code from}
   * @param above the same on the rows above {@code to}
   * @param bound no threshold in between can reach more
   */
  private record Open(int column, int from, int to, double below, double above, double bound) {}

  /** The best rule. */
  PolicyTree best() {
    TwoLevels flatter = new TwoLevels(ranks, scores, fewest);
    most = flatter.root(parallel).total();
    int[][] thresholds =
        Arrays.stream(ranks).map(ranked -> ranked.boundaries(fewest)).toArray(int[][]::new);
    double[][] atBest = new double[ranks.length][];
    PriorityQueue<Open> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble((Open open) -> -open.bound)
                .thenComparingInt(Open::column)
                .thenComparingInt(Open::from));
    for (int j = 0; j < ranks.length; j++) {
      atBest[j] = sumsOfBestArms(ranks[j].order());
      offer(queue, open(j, -1, thresholds[j].length, 0, 0, thresholds[j], atBest[j]));
    }
    while (!queue.isEmpty() && queue.peek().bound > most) {
      branch(queue.poll(), queue, thresholds, atBest);
    }
    return bestColumn < 0 ? flatter.best(parallel) : grown();
  }

  private void branch(Open open, PriorityQueue<Open> queue, int[][] thresholds, double[][] atBest) {
    int j = open.column;
    int middle = (open.from + open.to) >>> 1;
    int last = thresholds[j][middle];
    int[] order = ranks[j].order();
    int[] low = Arrays.copyOfRange(order, 0, last + 1);
    int[] high = Arrays.copyOfRange(order, last + 1, order.length);
    // A bound must not lose rules whose leaves are large enough only with the rows in between.
    double below = reach(low, 1);
    double above = reach(high, 1);
    if (below + above > most) {
      double total = fewest == 1 ? below + above : reach(low, fewest) + reach(high, fewest);
      if (total > most) {
        most = total;
        bestColumn = j;
        bestCut = ranks[j].rank()[order[last]];
      }
    }
    offer(queue, open(j, open.from, middle, open.below, above, thresholds[j], atBest[j]));
    offer(queue, open(j, middle, open.to, below, open.above, thresholds[j], atBest[j]));
  }

  private void offer(PriorityQueue<Open> queue, Open open) {
    if (open.to - open.from > 1 && open.bound > most) {
      queue.add(open);
    }
  }

  private static Open open(
      int column, int from, int to, double below, double above, int[] thresholds, double[] atBest) {
    int first = from < 0 ? 0 : thresholds[from] + 1;
    int end = to == thresholds.length ? atBest.length - 1 : thresholds[to] + 1;
    double between = atBest[end] - atBest[first];
    return new Open(column, from, to, below, above, below + above + between);
  }

  private double reach(int[] rows, int leaves) {
    Ranks[] own =
        Arrays.stream(PolicySearch.select(columns, rows)).map(Ranks::of).toArray(Ranks[]::new);
    return new TwoLevels(own, PolicySearch.select(scores, rows), leaves).root(parallel).total();
  }

  private PolicyTree grown() {
    int[] all = IntStream.range(0, scores[0].length).toArray();
    int[][] sides = OneQuestion.sides(ranks[bestColumn].rank(), all, bestCut);
    return new PolicyTree.Question(
        bestColumn, ranks[bestColumn].values()[bestCut], below(sides[0]), below(sides[1]));
  }

  private PolicyTree below(int[] rows) {
    Ranks[] own =
        Arrays.stream(PolicySearch.select(columns, rows)).map(Ranks::of).toArray(Ranks[]::new);
    return new TwoLevels(own, PolicySearch.select(scores, rows), fewest).best(parallel);
  }

  /** Running sums of the best score of each row, in an order; one more entry than rows. */
  private double[] sumsOfBestArms(int[] order) {
    double[] sums = new double[order.length + 1];
    for (int k = 0; k < order.length; k++) {
      double best = Double.NEGATIVE_INFINITY;
      for (double[] arm : scores) {
        best = Math.max(best, arm[order[k]]);
      }
      sums[k + 1] = sums[k] + best;
    }
    return sums;
  }
}
