// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * Probabilities of pairs when nobody has two partners: marginals of the distribution over
 * one-to-one linkages whose weight is the product of the odds of its pairs, by belief propagation.
 * Exact where the pairs form no circle; pairs in competition share their probability.
 */
@Reference(
    authors = "P. O. Vontobel (2013)",
    title = "The Bethe permanent of a nonnegative matrix",
    source = "IEEE Transactions on Information Theory 59, 1866-1901",
    url = "https://doi.org/10.1109/TIT.2012.2227109")
final class OneToOnePosterior {
  private static final int MAX_ROUNDS = 100;
  private static final double TOLERANCE = 1e-6;

  private OneToOnePosterior() {}

  /**
   * Fills in the probabilities.
   *
   * @param found expected matches among the pairs; who has a likely partner elsewhere is less
   *     likely to stay alone
   */
  static void solve(ScoredPairs pairs, LinkageFields fields, double found) {
    int n = pairs.size();
    double aloneLeft = alone(found, fields.rowsLeft());
    double aloneRight = alone(found, fields.rowsRight());
    double[] odds = new double[n];
    for (int e = 0; e < n; e++) {
      double capped = Math.min(200, pairs.logOdds()[e]);
      odds[e] = StrictMath.exp(capped) / (aloneLeft * aloneRight);
    }
    double[] toRight = odds.clone();
    double[] toLeft = odds.clone();
    double[] sums = new double[Math.max(fields.rowsLeft(), fields.rowsRight())];
    for (int round = 0; round < MAX_ROUNDS; round++) {
      double change = pass(odds, toLeft, toRight, pairs.left(), sums);
      change = Math.max(change, pass(odds, toRight, toLeft, pairs.right(), sums));
      if (change < TOLERANCE) {
        break;
      }
    }
    for (int e = 0; e < n; e++) {
      double joint = toLeft[e] * toRight[e] / odds[e];
      pairs.probability()[e] = odds[e] > 0 ? joint / (1 + joint) : 0;
    }
  }

  /** Message of a record over a pair: odds / (1 + what its other pairs say). */
  private static double pass(
      double[] odds, double[] incoming, double[] outgoing, int[] record, double[] sums) {
    Arrays.fill(sums, 0);
    for (int e = 0; e < odds.length; e++) {
      sums[record[e]] += incoming[e];
    }
    double change = 0;
    for (int e = 0; e < odds.length; e++) {
      double others = Math.max(0, sums[record[e]] - incoming[e]);
      double message = odds[e] / (1 + others);
      change = Math.max(change, Math.abs(message - outgoing[e]) / (1 + message));
      outgoing[e] = message;
    }
    return change;
  }

  private static double alone(double found, int records) {
    return Math.max(1 - found / records, 0.5 / (records + 1.0));
  }
}
