// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/**
 * From compared pairs to a model and probabilities: EM on patterns, then rounds over the pairs
 * themselves with term frequencies and, between two files, one-to-one competition.
 *
 * @param model the final model
 * @param pairs pairs that could be matches, with probabilities
 * @param rounds rounds of EM on patterns
 * @param converged whether EM converged
 */
record Estimation(MatchModel model, ScoredPairs pairs, int rounds, boolean converged) {
  private static final double MIN_LOG_ODDS = -10;
  private static final int PAIR_ROUNDS = 4;
  private static final int ROUGH_ROUNDS = 10;
  private static final int FINAL_ROUNDS = 40;
  private static final double PAIR_TOLERANCE = 5e-4;

  static Estimation of(LinkageFields fields, CandidatePairs candidates, Workers workers) {
    MatchModel start = MatchModel.start(fields);
    if (!fields.oneFile()) {
      start = start.withDependence(FieldDependence.of(fields, start, workers));
    }
    ExpectationMaximisation.Outcome em =
        ExpectationMaximisation.run(start, candidates.patterns(), candidates.counts());
    int rounds = em.rounds();
    boolean converged = em.converged();
    if (fields.oneFile()) {
      MatchModel next = em.model();
      next = next.withDependence(FieldDependence.of(fields, next, workers));
      em = ExpectationMaximisation.run(next, candidates.patterns(), candidates.counts());
      rounds += em.rounds();
      converged &= em.converged();
    }
    ScoredPairs pairs = ScoredPairs.keep(em.model(), candidates, MIN_LOG_ODDS);
    return new Estimation(refine(em.model(), pairs, workers), pairs, rounds, converged);
  }

  private static MatchModel refine(MatchModel start, ScoredPairs pairs, Workers workers) {
    MatchModel model = start;
    double[] parts = new double[2];
    for (int round = 0; round < PAIR_ROUNDS; round++) {
      score(model, pairs, ROUGH_ROUNDS, workers);
      ExpectationMaximisation.Tally tally = new ExpectationMaximisation.Tally(model);
      double[] weights = new double[pairs.patterns().length];
      for (int i = 0; i < pairs.size(); i++) {
        weights[pairs.pattern()[i]] += pairs.probability()[i];
      }
      for (int p = 0; p < weights.length; p++) {
        if (weights[p] > 0) {
          model.matchParts(pairs.patterns()[p], parts);
          tally.add(pairs.patterns()[p], weights[p], parts);
        }
      }
      MatchModel next = tally.model();
      double change = ExpectationMaximisation.change(model, next);
      model = next;
      if (change < PAIR_TOLERANCE) {
        break;
      }
    }
    score(model, pairs, FINAL_ROUNDS, workers);
    return model;
  }

  private static void score(MatchModel model, ScoredPairs pairs, int rounds, Workers workers) {
    pairs.score(model, workers);
    if (!model.fields().oneFile()) {
      OneToOnePosterior.solve(pairs, model.fields(), model.expectedMatches(), rounds);
    }
  }
}
