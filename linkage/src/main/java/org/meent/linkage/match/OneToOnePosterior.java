// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * Probabilities of pairs when nobody has two partners: marginals of the distribution over
 * one-to-one linkages whose weight is the product of the odds of its pairs, by belief propagation.
 * Exact where the pairs form no circle; pairs in competition share their probability. Pairs with
 * hopeless odds take what the others leave to them and take nothing from the others.
 */
@Reference(
    authors = "P. O. Vontobel (2013)",
    title = "The Bethe permanent of a nonnegative matrix",
    source = "IEEE Transactions on Information Theory 59, 1866-1901",
    url = "https://doi.org/10.1109/TIT.2012.2227109")
final class OneToOnePosterior {
  private static final double TOLERANCE = 1e-4;

  /** Odds below this change the probability of a competitor by less than a thousandth. */
  private static final double HOPELESS = 1e-3;

  private static final double MOST_ODDS = 1e80;

  private final ScoredPairs pairs;
  private final double[] odds;
  private final double[] sumLeft;
  private final double[] sumRight;

  private OneToOnePosterior(ScoredPairs pairs, int rowsLeft, int rowsRight, double found) {
    this.pairs = pairs;
    this.odds = new double[pairs.size()];
    this.sumLeft = new double[rowsLeft];
    this.sumRight = new double[rowsRight];
    double alone = alone(found, rowsLeft) * alone(found, rowsRight);
    for (int e = 0; e < odds.length; e++) {
      odds[e] = Math.min(MOST_ODDS, pairs.odds()[e] / alone);
    }
  }

  /**
   * Fills in the probabilities.
   *
   * @param found expected matches among the pairs; who has a likely partner elsewhere is less
   *     likely to stay alone
   * @param rounds how often messages are passed at most
   */
  static void solve(ScoredPairs pairs, int rowsLeft, int rowsRight, double found, int rounds) {
    OneToOnePosterior posterior = new OneToOnePosterior(pairs, rowsLeft, rowsRight, found);
    posterior.propagate(posterior.competing(), rounds);
    posterior.hopeless();
  }

  /** Gives pairs without any competitor their probability; returns the others, ascending. */
  private int[] competing() {
    byte[] left = new byte[sumLeft.length];
    byte[] right = new byte[sumRight.length];
    for (int e = 0; e < odds.length; e++) {
      if (odds[e] >= HOPELESS) {
        left[pairs.left()[e]] = more(left[pairs.left()[e]]);
        right[pairs.right()[e]] = more(right[pairs.right()[e]]);
      }
    }
    int[] competing = new int[odds.length];
    int count = 0;
    for (int e = 0; e < odds.length; e++) {
      if (odds[e] >= HOPELESS) {
        if (left[pairs.left()[e]] > 1 || right[pairs.right()[e]] > 1) {
          competing[count++] = e;
        } else {
          pairs.probability()[e] = odds[e] / (1 + odds[e]);
          sumLeft[pairs.left()[e]] = odds[e];
          sumRight[pairs.right()[e]] = odds[e];
        }
      }
    }
    return Arrays.copyOf(competing, count);
  }

  /** One, two, many. */
  private static byte more(byte count) {
    return (byte) Math.min(2, count + 1);
  }

  private void propagate(int[] competing, int rounds) {
    int n = competing.length;
    double[] own = new double[n];
    int[] left = new int[n];
    int[] right = new int[n];
    for (int i = 0; i < n; i++) {
      own[i] = odds[competing[i]];
      left[i] = pairs.left()[competing[i]];
      right[i] = pairs.right()[competing[i]];
    }
    double[] toRight = own.clone();
    double[] toLeft = own.clone();
    for (int round = 0; round < rounds; round++) {
      double change = pass(own, toLeft, toRight, left, sumLeft);
      change = Math.max(change, pass(own, toRight, toLeft, right, sumRight));
      if (change < TOLERANCE) {
        break;
      }
    }
    for (int i = 0; i < n; i++) {
      double joint = toLeft[i] / own[i] * toRight[i];
      pairs.probability()[competing[i]] = joint / (1 + joint);
    }
    sum(toLeft, left, sumLeft);
    sum(toRight, right, sumRight);
  }

  /** Message of a record over a pair: odds / (1 + what its other pairs say). */
  private static double pass(
      double[] odds, double[] incoming, double[] outgoing, int[] record, double[] sums) {
    sum(incoming, record, sums);
    double change = 0;
    for (int e = 0; e < odds.length; e++) {
      double others = Math.max(0, sums[record[e]] - incoming[e]);
      double message = odds[e] / (1 + others);
      change = Math.max(change, Math.abs(message - outgoing[e]) / (1 + message));
      outgoing[e] = message;
    }
    return change;
  }

  private static void sum(double[] messages, int[] record, double[] sums) {
    for (int one : record) {
      sums[one] = 0;
    }
    for (int e = 0; e < messages.length; e++) {
      sums[record[e]] += messages[e];
    }
  }

  private void hopeless() {
    for (int e = 0; e < odds.length; e++) {
      if (odds[e] < HOPELESS) {
        double joint = odds[e] / (1 + sumLeft[pairs.left()[e]]) / (1 + sumRight[pairs.right()[e]]);
        pairs.probability()[e] = joint / (1 + joint);
      }
    }
  }

  private static double alone(double found, int records) {
    return Math.max(1 - found / records, 0.5 / (records + 1.0));
  }
}
