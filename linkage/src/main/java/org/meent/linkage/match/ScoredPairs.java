// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;

/**
 * The pairs that could be matches, ascending.
 *
 * @param left left records
 * @param right right records
 * @param pattern per pair the number of its pattern
 * @param patterns the distinct patterns
 * @param odds odds by the values of the pair
 * @param probability probability that the pair is a match, given all pairs
 */
record ScoredPairs(
    int[] left, int[] right, int[] pattern, long[] patterns, double[] odds, double[] probability) {
  private static final int SLICES = 16;

  int size() {
    return left.length;
  }

  /** Keeps pairs whose values could still make them a match. */
  static ScoredPairs keep(MatchModel model, CandidatePairs pairs, double minLogOdds) {
    double[] parts = new double[2];
    int[] number = new int[pairs.patterns().length];
    long[] patterns = new long[number.length];
    int kept = 0;
    long size = 0;
    double prior = StrictMath.log(model.priorOdds());
    for (int p = 0; p < number.length; p++) {
      model.matchParts(pairs.patterns()[p], parts);
      double ratio = (parts[0] + parts[1]) / model.chance(pairs.patterns()[p]);
      number[p] = -1;
      if (prior + StrictMath.log(ratio) > minLogOdds) {
        number[p] = kept;
        patterns[kept++] = pairs.patterns()[p];
        size += pairs.counts()[p];
      }
    }
    return keep(pairs, number, Arrays.copyOf(patterns, kept), Math.toIntExact(size));
  }

  private static ScoredPairs keep(CandidatePairs pairs, int[] number, long[] patterns, int size) {
    int[] left = new int[size];
    int[] right = new int[size];
    int[] pattern = new int[size];
    int at = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int p = number[pairs.pattern()[i]];
      if (p >= 0) {
        left[at] = pairs.left()[i];
        right[at] = pairs.right()[i];
        pattern[at++] = p;
      }
    }
    return new ScoredPairs(left, right, pattern, patterns, new double[size], new double[size]);
  }

  /** Computes odds from the values and probabilities without regard to other pairs. */
  void score(MatchModel model, Workers workers) {
    PatternScore[] scores = new PatternScore[patterns.length];
    Arrays.setAll(scores, p -> PatternScore.of(model, patterns[p]));
    workers.run(
        SLICES,
        slice -> {
          int to = (int) (size() * (slice + 1L) / SLICES);
          for (int i = (int) ((long) size() * slice / SLICES); i < to; i++) {
            odds[i] = scores[pattern[i]].odds(model.fields(), left[i], right[i]);
            probability[i] = odds[i] / (1 + odds[i]);
          }
        });
  }
}
