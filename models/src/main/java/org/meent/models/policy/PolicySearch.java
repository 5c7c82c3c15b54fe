// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.meent.models.learner.Parallel;
import org.meent.protocols.literature.Reference;

/**
 * The tree of depth 0, 1 or 2 with the largest sum of scores, without any approximation: every pair
 * of questions on every covariate is weighed, but in {@code O(p² n log n)} for each pair of arms
 * instead of {@code O(p² n²)}. The root threshold moves up one row at a time; for each covariate of
 * the children {@link PrefixExtremes} keeps the best child threshold on both sides.
 *
 * <p>For a child with arm {@code a} below and {@code b} above its threshold the sum is {@code T_b +
 * P_a - P_b} with totals {@code T} and prefix sums {@code P}: the best threshold has the largest
 * prefix of the difference between two arms. Scores are rounded to multiples of a power of two so
 * that sums are exact and do not depend on their order; the rounding is below {@code 2^-51} of the
 * sum of all scores' sizes.
 *
 * @param depth 0, 1 or 2
 * @param fewest rows that every leaf must hold
 */
@Reference(
    authors = "Z. Zhou, S. Athey, S. Wager (2023)",
    title = "Offline multi-action policy learning: generalization and optimization",
    source = "Operations Research 71, 148-183",
    url = "https://doi.org/10.1287/opre.2022.2271")
public record PolicySearch(int depth, int fewest) {

  /** Checks the depth and the leaf size. */
  public PolicySearch {
    if (depth < 0 || depth > 2 || fewest < 1) {
      throw new IllegalArgumentException("depth 0 to 2 and leaves of at least one row");
    }
  }

  /** Depth 2, leaves of any size. */
  public static PolicySearch withDefaults() {
    return new PolicySearch(2, 1);
  }

  /** The same with another depth. */
  public PolicySearch withDepth(int levels) {
    return new PolicySearch(levels, fewest);
  }

  /** The same with another least leaf size. */
  public PolicySearch withFewest(int rows) {
    return new PolicySearch(depth, rows);
  }

  /**
   * Searches.
   *
   * @param columns covariates by column, without missing values
   * @param scores one array of row scores per arm, costs already taken off
   */
  public PolicyResult search(double[][] columns, double[][] scores, Parallel parallel) {
    double[][] exact = rounded(scores);
    int n = scores[0].length;
    Ranks[] ranks = Arrays.stream(columns).map(Ranks::of).toArray(Ranks[]::new);
    int[] all = IntStream.range(0, n).toArray();
    PolicyTree tree =
        switch (depth) {
          case 0 -> leaf(exact, all);
          case 1 -> best(ranks, exact, all);
          default -> deep(ranks, exact, all, parallel);
        };
    return new PolicyResult(tree, total(tree, columns, scores));
  }

  private static double total(PolicyTree tree, double[][] columns, double[][] scores) {
    double[] row = new double[columns.length];
    double total = 0;
    for (int i = 0; i < scores[0].length; i++) {
      for (int j = 0; j < row.length; j++) {
        row[j] = columns[j][i];
      }
      total += scores[tree.arm(row)][i];
    }
    return total;
  }

  /** Multiples of a power of two, small enough that every sum of them is exact. */
  private static double[][] rounded(double[][] scores) {
    double largest = 0;
    for (double[] arm : scores) {
      double sum = 0;
      for (double score : arm) {
        if (!Double.isFinite(score)) {
          throw new IllegalArgumentException("scores must be finite");
        }
        sum += Math.abs(score);
      }
      largest = Math.max(largest, sum);
    }
    double unit = largest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(largest) - 50);
    double[][] exact = new double[scores.length][];
    for (int a = 0; a < scores.length; a++) {
      exact[a] = Arrays.stream(scores[a]).map(s -> StrictMath.rint(s / unit) * unit).toArray();
    }
    return exact;
  }

  private static PolicyTree.Leaf leaf(double[][] scores, int[] rows) {
    double[] totals = totals(scores, rows);
    int best = 0;
    for (int a = 1; a < totals.length; a++) {
      best = totals[a] > totals[best] ? a : best;
    }
    return new PolicyTree.Leaf(best, rows.length);
  }

  private static double[] totals(double[][] scores, int[] rows) {
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
  private PolicyTree best(Ranks[] ranks, double[][] scores, int[] rows) {
    double[] totals = totals(scores, rows);
    double most = Arrays.stream(totals).max().orElse(0);
    int column = -1;
    int cut = -1;
    boolean[] in = new boolean[ranks.length == 0 ? 0 : ranks[0].rank().length];
    for (int i : rows) {
      in[i] = true;
    }
    for (int j = 0; j < ranks.length; j++) {
      int[] order = Arrays.stream(ranks[j].order()).filter(i -> in[i]).toArray();
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

  private static int[][] sides(int[] rank, int[] rows, int cut) {
    return new int[][] {
      Arrays.stream(rows).filter(i -> rank[i] <= cut).toArray(),
      Arrays.stream(rows).filter(i -> rank[i] > cut).toArray()
    };
  }

  private record Root(double total, int column, int cut) {}

  private PolicyTree deep(Ranks[] ranks, double[][] scores, int[] rows, Parallel parallel) {
    List<Callable<Root>> tasks = new ArrayList<>();
    for (int j = 0; j < ranks.length; j++) {
      int column = j;
      tasks.add(() -> root(ranks, scores, column));
    }
    double most = Arrays.stream(totals(scores, rows)).max().orElse(0);
    Root found = new Root(most, -1, -1);
    for (Root root : parallel.all(tasks)) {
      found = root.total > found.total ? root : found;
    }
    if (found.column < 0) {
      return leaf(scores, rows);
    }
    int[][] sides = sides(ranks[found.column].rank(), rows, found.cut);
    return new PolicyTree.Question(
        found.column,
        ranks[found.column].values()[found.cut],
        best(ranks, scores, sides[0]),
        best(ranks, scores, sides[1]));
  }

  /** The best root threshold on one covariate. */
  private Root root(Ranks[] ranks, double[][] scores, int column) {
    int[] order = ranks[column].order();
    int[] rank = ranks[column].rank();
    int n = order.length;
    int arms = scores.length;
    int[] steps = boundaries(order, rank);
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

  /** Last places of runs of equal value that leave enough rows on both sides. */
  private int[] boundaries(int[] order, int[] rank) {
    return IntStream.range(0, order.length - 1)
        .filter(k -> rank[order[k]] < rank[order[k + 1]])
        .filter(k -> k + 1 >= fewest && order.length - k - 1 >= fewest)
        .toArray();
  }
}
