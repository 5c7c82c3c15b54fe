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
  private static final double TOLERANCE = 1e-4;

  private OneToOnePosterior() {}

  /**
   * Fills in the probabilities.
   *
   * @param found expected matches among the pairs; who has a likely partner elsewhere is less
   *     likely to stay alone
   * @param rounds how often messages are passed at most
   */
  static void solve(ScoredPairs pairs, LinkageFields fields, double found, int rounds) {
    int n = pairs.size();
    double aloneLeft = alone(found, fields.rowsLeft());
    double aloneRight = alone(found, fields.rowsRight());
    double[] odds = new double[n];
    for (int e = 0; e < n; e++) {
      double capped = Math.min(200, pairs.logOdds()[e]);
      odds[e] = StrictMath.exp(capped) / (aloneLeft * aloneRight);
    }
    int[] competing = competing(pairs, fields, odds);
    propagate(pairs, odds, competing, rounds);
  }

  /** Gives pairs without any competitor their probability; returns the others, ascending. */
  private static int[] competing(ScoredPairs pairs, LinkageFields fields, double[] odds) {
    int[] left = new int[fields.rowsLeft()];
    int[] right = new int[fields.rowsRight()];
    for (int e = 0; e < odds.length; e++) {
      left[pairs.left()[e]]++;
      right[pairs.right()[e]]++;
    }
    int[] competing = new int[odds.length];
    int count = 0;
    for (int e = 0; e < odds.length; e++) {
      pairs.probability()[e] = odds[e] / (1 + odds[e]);
      if (left[pairs.left()[e]] > 1 || right[pairs.right()[e]] > 1) {
        competing[count++] = e;
      }
    }
    return Arrays.copyOf(competing, count);
  }

  private static void propagate(ScoredPairs pairs, double[] allOdds, int[] competing, int rounds) {
    int n = competing.length;
    double[] odds = new double[n];
    int[] left = new int[n];
    int[] right = new int[n];
    for (int i = 0; i < n; i++) {
      odds[i] = allOdds[competing[i]];
      left[i] = pairs.left()[competing[i]];
      right[i] = pairs.right()[competing[i]];
    }
    int lefts = number(left);
    int rights = number(right);
    double[] toRight = odds.clone();
    double[] toLeft = odds.clone();
    double[] sums = new double[Math.max(lefts, rights)];
    for (int round = 0; round < rounds; round++) {
      double change = pass(odds, toLeft, toRight, left, sums);
      change = Math.max(change, pass(odds, toRight, toLeft, right, sums));
      if (change < TOLERANCE) {
        break;
      }
    }
    for (int i = 0; i < n; i++) {
      double joint = odds[i] > 0 ? toLeft[i] / odds[i] * toRight[i] : 0;
      pairs.probability()[competing[i]] = joint / (1 + joint);
    }
  }

  /** Numbers the records in order of first appearance; returns how many there are. */
  private static int number(int[] records) {
    int largest = Arrays.stream(records).max().orElse(-1);
    int[] numbers = new int[largest + 1];
    int count = 0;
    for (int i = 0; i < records.length; i++) {
      if (numbers[records[i]] == 0) {
        numbers[records[i]] = ++count;
      }
      records[i] = numbers[records[i]] - 1;
    }
    return count;
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
