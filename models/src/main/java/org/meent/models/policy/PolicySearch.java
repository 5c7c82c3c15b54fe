// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.meent.models.learner.Parallel;
import org.meent.protocols.literature.Reference;

/**
 * The tree of depth 0 to 3 with the largest sum of scores, without any approximation. Two levels
 * weigh every pair of questions on every covariate, but in {@code O(p² n log n)} for each pair of
 * arms instead of {@code O(p² n²)} (see {@link TwoLevels}); three levels take branch and bound
 * above that (see {@link ThreeLevels}).
 *
 * <p>Scores are rounded to multiples of a power of two so that sums are exact and do not depend on
 * their order; the rounding is below {@code 2^-51} of the sum of all scores' sizes.
 *
 * @param depth 0 to 3; 3 for at most {@link #MOST_ROWS_AT_DEEPEST} rows
 * @param fewest rows that every leaf must hold
 */
@Reference(
    authors = "Z. Zhou, S. Athey, S. Wager (2023)",
    title = "Offline multi-action policy learning: generalization and optimization",
    source = "Operations Research 71, 148-183",
    url = "https://doi.org/10.1287/opre.2022.2271")
public record PolicySearch(int depth, int fewest) {
  /** The deepest rule. */
  public static final int DEEPEST = 3;

  /** The most rows for which a rule of three levels is searched. */
  public static final int MOST_ROWS_AT_DEEPEST = 10_000;

  /** Checks the depth and the leaf size. */
  public PolicySearch {
    if (depth < 0 || depth > DEEPEST || fewest < 1) {
      throw new IllegalArgumentException("depth 0 to 3 and leaves of at least one row");
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
    if (depth == DEEPEST && scores[0].length > MOST_ROWS_AT_DEEPEST) {
      throw new IllegalArgumentException(
          "three levels for at most " + MOST_ROWS_AT_DEEPEST + " rows");
    }
    double[][] exact = rounded(scores);
    int n = scores[0].length;
    Ranks[] ranks = Arrays.stream(columns).map(Ranks::of).toArray(Ranks[]::new);
    int[] all = IntStream.range(0, n).toArray();
    PolicyTree tree =
        switch (depth) {
          case 0 -> OneQuestion.leaf(exact, all);
          case 1 -> new OneQuestion(ranks, exact, fewest).best(all);
          case 2 -> new TwoLevels(ranks, exact, fewest).best(parallel);
          default -> new ThreeLevels(columns, exact, ranks, fewest, parallel).best();
        };
    return new PolicyResult(tree, Assignment.of(tree, columns).total(scores));
  }

  /** Some rows of arrays by column or by arm. */
  static double[][] select(double[][] arrays, int[] rows) {
    return Arrays.stream(arrays)
        .map(values -> IntStream.of(rows).mapToDouble(i -> values[i]).toArray())
        .toArray(double[][]::new);
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
      exact[a] = new double[scores[a].length];
      for (int i = 0; i < exact[a].length; i++) {
        exact[a][i] = StrictMath.rint(scores[a][i] / unit) * unit;
      }
    }
    return exact;
  }
}
