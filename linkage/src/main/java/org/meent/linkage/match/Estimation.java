// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/**
 * From compared pairs to a model and probabilities: EM on patterns, then rounds over the pairs
 * themselves with term frequencies and, between two files, one-to-one competition.
 *
 * @param model the final model
 * @param pairs pairs that could be matches, with probabilities
 * @param rounds rounds of EM, on patterns and on pairs
 * @param converged whether both converged
 */
record Estimation(MatchModel model, ScoredPairs pairs, int rounds, boolean converged) {
  private static final double MIN_LOG_ODDS = -10;
  private static final int PASSES = 2;
  private static final int PAIR_ROUNDS = 12;
  private static final int ROUGH_ROUNDS = 10;
  private static final int FINAL_ROUNDS = 40;
  private static final double PAIR_TOLERANCE = 5e-4;

  static Estimation of(
      LinkageFields fields, CandidatePairs candidates, int mostRounds, Workers workers) {
    MatchModel start = MatchModel.start(fields);
    if (!fields.oneFile()) {
      start = start.withDependence(FieldDependence.of(fields, start, workers));
    }
    ExpectationMaximisation.Outcome em = run(start, candidates, mostRounds);
    int rounds = em.rounds();
    boolean converged = em.converged();
    for (int pass = 0; pass < PASSES; pass++) {
      MatchModel next = em.model().withFields(fields.withoutMatches(em.model()));
      if (fields.oneFile()) {
        next = next.withDependence(FieldDependence.of(next.fields(), next, workers));
      }
      em = run(next, candidates, mostRounds);
      rounds += em.rounds();
      converged &= em.converged();
    }
    ScoredPairs pairs = ScoredPairs.keep(em.model(), candidates, MIN_LOG_ODDS);
    ExpectationMaximisation.Outcome refined =
        refine(em.model(), pairs, Math.min(mostRounds, PAIR_ROUNDS), workers);
    return new Estimation(
        refined.model(), pairs, rounds + refined.rounds(), converged && refined.converged());
  }

  private static ExpectationMaximisation.Outcome run(
      MatchModel start, CandidatePairs candidates, int mostRounds) {
    return ExpectationMaximisation.run(
        start, candidates.patterns(), candidates.counts(), mostRounds);
  }

  private static ExpectationMaximisation.Outcome refine(
      MatchModel start, ScoredPairs pairs, int mostRounds, Workers workers) {
    MatchModel model = start;
    int round = 0;
    boolean converged = false;
    while (!converged && round < mostRounds) {
      round++;
      score(model, pairs, ROUGH_ROUNDS, workers);
      MatchModel next = next(model, pairs);
      converged = ExpectationMaximisation.change(model, next) < PAIR_TOLERANCE;
      model = next;
    }
    score(model, pairs, FINAL_ROUNDS, workers);
    return new ExpectationMaximisation.Outcome(model, round, converged);
  }

  private static MatchModel next(MatchModel model, ScoredPairs pairs) {
    double[] weights = new double[pairs.patterns().length];
    for (int i = 0; i < pairs.size(); i++) {
      weights[pairs.pattern()[i]] += pairs.probability()[i];
    }
    ExpectationMaximisation.Tally tally = new ExpectationMaximisation.Tally(model);
    double[] parts = new double[2];
    for (int p = 0; p < weights.length; p++) {
      if (weights[p] > 0) {
        model.matchParts(pairs.patterns()[p], parts);
        tally.add(pairs.patterns()[p], weights[p], parts);
      }
    }
    return tally.model();
  }

  private static void score(MatchModel model, ScoredPairs pairs, int rounds, Workers workers) {
    pairs.score(model, workers);
    if (!model.fields().oneFile()) {
      LinkageFields fields = model.fields();
      OneToOnePosterior.solve(
          pairs, fields.rowsLeft(), fields.rowsRight(), model.expectedMatches(), rounds);
    }
  }
}
