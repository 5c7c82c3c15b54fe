// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import org.meent.protocols.literature.Reference;

/**
 * Estimates the shares of levels among matches from counts of patterns. Agreement by chance is
 * known and stays fixed; which pairs were compared depends on their pattern only, so posteriors per
 * pattern hold as they are.
 */
@Reference(
    authors = "W. E. Winkler (1988)",
    title = "Using the EM algorithm for weight computation in the Fellegi-Sunter model",
    source = "Proceedings of the Section on Survey Research Methods, ASA, 667-671")
final class ExpectationMaximisation {
  private static final double TOLERANCE = 1e-5;

  /** Matches that the usual shares of levels are worth. */
  private static final double PRIOR_MATCHES = 20;

  /**
   * What EM came to.
   *
   * @param model the last model
   * @param rounds how many rounds were made
   * @param converged whether the last round changed nothing any more
   */
  record Outcome(MatchModel model, int rounds, boolean converged) {}

  private ExpectationMaximisation() {}

  static Outcome run(MatchModel start, long[] patterns, long[] counts, int mostRounds) {
    MatchModel model = start;
    for (int round = 1; round <= mostRounds; round++) {
      Tally tally = new Tally(model);
      double odds = model.priorOdds();
      double[] parts = new double[2];
      for (int p = 0; p < patterns.length; p++) {
        model.matchParts(patterns[p], parts);
        double match = odds * (parts[0] + parts[1]);
        double posterior = match / (match + model.chance(patterns[p]));
        tally.add(patterns[p], posterior * counts[p], parts);
      }
      MatchModel next = tally.model();
      double change = change(model, next);
      model = next;
      if (change < TOLERANCE) {
        return new Outcome(model, round, true);
      }
    }
    return new Outcome(model, mostRounds, false);
  }

  /** The largest change of a share, or of the number of matches relative to itself. */
  static double change(MatchModel before, MatchModel after) {
    double change =
        Math.abs(after.expectedMatches() - before.expectedMatches())
            / Math.max(1, before.expectedMatches());
    for (int f = 0; f < before.parameters().length; f++) {
      for (int level = 1; level < before.parameters()[f].length; level++) {
        change = Math.max(change, Math.abs(before.m(f, level) - after.m(f, level)));
      }
    }
    return change;
  }

  /** Sums expected matches by field and level. */
  static final class Tally {
    private final MatchModel model;
    private final double[][] sums;
    private double matches;
    private double moved;
    private double withAddress;

    Tally(MatchModel model) {
      this.model = model;
      this.sums = new double[model.parameters().length][];
      for (int f = 0; f < sums.length; f++) {
        sums[f] = new double[model.parameters()[f].length];
      }
    }

    /** Adds a pattern; {@code parts} are the parts of P(pattern | match) for stayed and moved. */
    void add(long pattern, double weight, double[] parts) {
      double total = parts[0] + parts[1];
      double stayedShare = total > 0 ? parts[0] / total : 1;
      boolean address = false;
      LinkageFields fields = model.fields();
      for (int f = 0; f < sums.length; f++) {
        int level = LinkageFields.level(pattern, f);
        if (level == FieldComparison.MISSING) {
          continue;
        }
        boolean ofAddress = model.hasAddresses() && fields.isAddress(f);
        address |= ofAddress;
        sums[f][level] += ofAddress ? weight * stayedShare : weight;
      }
      matches += weight;
      if (address) {
        withAddress += weight;
        moved += weight * (1 - stayedShare);
      }
    }

    MatchModel model() {
      LinkageFields fields = model.fields();
      double[][] m = new double[sums.length][];
      for (int f = 0; f < m.length; f++) {
        m[f] = MatchModel.usual(fields, f);
        double total = 0;
        for (int level = 1; level < m[f].length; level++) {
          m[f][level] = m[f][level] * PRIOR_MATCHES + sums[f][level];
          total += m[f][level];
        }
        for (int level = 1; level < m[f].length; level++) {
          m[f][level] /= total;
        }
        m[f][0] = 1;
      }
      double share = (moved + 0.1 * PRIOR_MATCHES) / (withAddress + PRIOR_MATCHES);
      double most = Math.min(fields.rowsLeft(), fields.rowsRight());
      double found = fields.oneFile() ? matches : Math.min(matches, most);
      return new MatchModel(
          fields, model.dependence(), m, Math.min(0.5, share), Math.max(found, 1e-3));
    }
  }
}
