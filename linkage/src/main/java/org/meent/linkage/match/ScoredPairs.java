// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/**
 * The pairs that could be matches, ascending.
 *
 * @param left left records
 * @param right right records
 * @param pattern per pair the number of its pattern
 * @param patterns the distinct patterns
 * @param logOdds log odds by the values of the pair
 * @param probability probability that the pair is a match, given all pairs
 */
record ScoredPairs(
    int[] left,
    int[] right,
    int[] pattern,
    long[] patterns,
    double[] logOdds,
    double[] probability) {

  int size() {
    return left.length;
  }

  /** Keeps pairs whose values could still make them a match. */
  static ScoredPairs keep(MatchModel model, CandidatePairs pairs, double minLogOdds) {
    double[] parts = new double[2];
    boolean[] worth = new boolean[pairs.patterns().length];
    double prior = StrictMath.log(model.priorOdds());
    for (int p = 0; p < worth.length; p++) {
      model.matchParts(pairs.patterns()[p], parts);
      double ratio = (parts[0] + parts[1]) / model.chance(pairs.patterns()[p]);
      worth[p] = prior + StrictMath.log(ratio) > minLogOdds;
    }
    int size = 0;
    for (int i = 0; i < pairs.size(); i++) {
      size += worth[pairs.pattern()[i]] ? 1 : 0;
    }
    int[] left = new int[size];
    int[] right = new int[size];
    int[] pattern = new int[size];
    int at = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (worth[pairs.pattern()[i]]) {
        left[at] = pairs.left()[i];
        right[at] = pairs.right()[i];
        pattern[at++] = pairs.pattern()[i];
      }
    }
    return new ScoredPairs(
        left, right, pattern, pairs.patterns(), new double[size], new double[size]);
  }

  /** Computes log odds from the values and probabilities without regard to other pairs. */
  void score(MatchModel model) {
    PatternScore[] scores = new PatternScore[patterns.length];
    for (int i = 0; i < size(); i++) {
      int p = pattern[i];
      PatternScore score = scores[p];
      if (score == null) {
        score = PatternScore.of(model, patterns[p]);
        scores[p] = score;
      }
      logOdds[i] = score.logOdds(model.fields(), left[i], right[i]);
      probability[i] = 1 / (1 + StrictMath.exp(-logOdds[i]));
    }
  }
}
