// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.List;
import org.meent.protocols.literature.Reference;

/**
 * Compares every encoded record of one file with every one of the other by Dice. The distribution
 * of Dice among all pairs is counted; that of the best partners is a mixture of matches and of the
 * best of strangers, which second-best partners show. From both follow the odds of a pair, and from
 * these, as for values in clear, probabilities when nobody has two partners.
 */
@Reference(
    authors = "B. Efron (2004)",
    title = "Large-scale simultaneous hypothesis testing: the choice of a null hypothesis",
    source = "Journal of the American Statistical Association 99, 96-104",
    url = "https://doi.org/10.1198/016214504000000089")
final class EncodedComparison {
  private static final int BEST = 4;
  private static final int BINS = 100;
  private static final int CHUNKS = 32;
  private static final int ROUNDS = 40;

  private final EncodedRecords left;
  private final EncodedRecords right;
  private final int[] partner;
  private final double[] dice;
  private final double[] all = new double[BINS + 1];
  private double matches;

  private EncodedComparison(EncodedRecords left, EncodedRecords right) {
    this.left = left;
    this.right = right;
    this.partner = new int[BEST * left.rows()];
    this.dice = new double[BEST * left.rows()];
    Arrays.fill(partner, -1);
  }

  static EncodedComparison of(EncodedRecords left, EncodedRecords right, Workers workers) {
    EncodedComparison comparison = new EncodedComparison(left, right);
    List<long[]> counts = workers.map(CHUNKS, comparison::compare);
    for (long[] chunk : counts) {
      for (int b = 0; b <= BINS; b++) {
        comparison.all[b] += chunk[b];
      }
    }
    return comparison;
  }

  double matches() {
    return matches;
  }

  private long[] compare(int chunk) {
    long[] counts = new long[BINS + 1];
    int to = (int) ((chunk + 1L) * left.rows() / CHUNKS);
    for (int row = (int) ((long) chunk * left.rows() / CHUNKS); row < to; row++) {
      for (int other = 0; other < right.rows(); other++) {
        double one = left.dice(row, right, other);
        counts[bin(one)]++;
        insert(row, other, one);
      }
    }
    return counts;
  }

  /** Keeps the best partners of a record, best first; of equals the earlier one. */
  private void insert(int row, int other, double one) {
    int last = BEST * row + BEST - 1;
    if (one <= dice[last]) {
      return;
    }
    int at = last;
    while (at > BEST * row && dice[at - 1] < one) {
      dice[at] = dice[at - 1];
      partner[at] = partner[at - 1];
      at--;
    }
    dice[at] = one;
    partner[at] = other;
  }

  private static int bin(double dice) {
    return (int) (dice * BINS + 0.5);
  }

  /** The best partners of every record with the probability that they are matches. */
  ScoredPairs pairs() {
    double[] oddsOfBin = odds();
    int n = (int) Arrays.stream(partner).filter(p -> p >= 0).count();
    ScoredPairs pairs =
        new ScoredPairs(
            new int[n], new int[n], new int[n], new long[1], new double[n], new double[n]);
    int at = 0;
    for (int row = 0; row < left.rows(); row++) {
      int first = at;
      for (int k = BEST * row; k < BEST * (row + 1); k++) {
        if (partner[k] >= 0) {
          int slot = at++;
          while (slot > first && pairs.right()[slot - 1] > partner[k]) {
            pairs.right()[slot] = pairs.right()[slot - 1];
            pairs.odds()[slot] = pairs.odds()[slot - 1];
            slot--;
          }
          pairs.left()[at - 1] = row;
          pairs.right()[slot] = partner[k];
          pairs.odds()[slot] = between(oddsOfBin, dice[k]);
        }
      }
    }
    OneToOnePosterior.solve(pairs, left.rows(), right.rows(), matches, ROUNDS);
    return pairs;
  }

  /** Odds between the middles of two bins, on the scale of logarithms. */
  private static double between(double[] odds, double dice) {
    int low = Math.min(BINS - 1, (int) (dice * BINS));
    double share = dice * BINS - low;
    return StrictMath.exp(
        StrictMath.log(odds[low]) * (1 - share) + StrictMath.log(odds[low + 1]) * share);
  }

  /** Per bin the odds that a pair is a match: never falling with Dice. */
  private double[] odds() {
    double n = left.rows();
    double[] best = new double[BINS + 1];
    double[] second = new double[BINS + 1];
    for (int row = 0; row < left.rows(); row++) {
      best[bin(dice[BEST * row])]++;
      second[bin(dice[BEST * row + 1])]++;
    }
    double strangers = strangers(best, second);
    double[] match = new double[BINS + 1];
    for (int b = 0; b <= BINS; b++) {
      match[b] = Math.max(0, smooth(best, b) - strangers * smooth(second, b));
    }
    matches = Math.min(Arrays.stream(match).sum(), Math.min(n, right.rows()));
    double[] odds = new double[BINS + 1];
    double most = 1e-9;
    for (int b = 0; b <= BINS; b++) {
      double other = Math.max(smooth(all, b) - match[b], smooth(second, b) * strangers);
      double one = (match[b] + 1e-6) / Math.max(other, 0.5);
      most = Math.max(most, match[b] > 0.1 ? one : 0);
      odds[b] = most;
    }
    return odds;
  }

  /** The share of records without a match: those whose best is no better than a second best. */
  private static double strangers(double[] best, double[] second) {
    double n = Arrays.stream(second).sum();
    double below = 0;
    double belowSecond = 0;
    for (int b = 0; b <= BINS && belowSecond < 0.5 * n; b++) {
      below += best[b];
      belowSecond += second[b];
    }
    return Math.min(1, (below + 0.5) / (belowSecond + 1));
  }

  private static double smooth(double[] counts, int bin) {
    double sum = 0;
    double weight = 0;
    for (int b = Math.max(0, bin - 2); b <= Math.min(BINS, bin + 2); b++) {
      double w = 3 - Math.abs(b - bin);
      sum += w * counts[b];
      weight += w;
    }
    return sum / weight;
  }
}
