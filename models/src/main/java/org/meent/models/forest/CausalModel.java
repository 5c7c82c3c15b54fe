// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.Arrays;
import java.util.List;
import org.meent.models.effect.SeveralArms;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Stack;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The whole way from rows to effects per person: cross-fitted, stacked predictions of outcome and
 * treatment, then a {@link CausalForest} on what they leave over.
 *
 * @param forest the causal forest
 * @param folds of the cross-fitting; clusters are never split over folds
 * @param threads number of threads; results do not depend on it
 * @param outcomeLearners learners of the outcome
 * @param propensityLearners learners of the treatment
 * @param knownPropensity the probability of treatment by design, or {@code NaN} to estimate it
 * @param bound propensities are kept within [bound, 1 - bound]
 */
public record CausalModel(
    CausalForest forest,
    int folds,
    int threads,
    List<Learner> outcomeLearners,
    List<Learner> propensityLearners,
    double knownPropensity,
    double bound) {

  /** Copies the lists. */
  public CausalModel {
    outcomeLearners = List.copyOf(outcomeLearners);
    propensityLearners = List.copyOf(propensityLearners);
  }

  /** 2,000 trees, five folds, one thread; the learners of {@link Stack}. */
  public static CausalModel withDefaults() {
    return new CausalModel(
        CausalForest.withDefaults(),
        5,
        1,
        Stack.ofOutcome(),
        Stack.ofTreatment(),
        Double.NaN,
        0.005);
  }

  /** The same with another forest. */
  public CausalModel withForest(CausalForest other) {
    return new CausalModel(
        other, folds, threads, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same on another number of threads. */
  public CausalModel withThreads(int count) {
    return new CausalModel(
        forest, folds, count, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same with another number of folds. */
  public CausalModel withFolds(int count) {
    return new CausalModel(
        forest, count, threads, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same with other learners. */
  public CausalModel withLearners(List<Learner> ofOutcome, List<Learner> ofTreatment) {
    return new CausalModel(forest, folds, threads, ofOutcome, ofTreatment, knownPropensity, bound);
  }

  /** The same for a randomised design whose probability of treatment is known. */
  public CausalModel withKnownPropensity(double probability) {
    return new CausalModel(
        forest, folds, threads, outcomeLearners, propensityLearners, probability, bound);
  }

  /**
   * Fits one arm against the reference.
   *
   * @param fresh covariates of new rows, by column in the order of the frame; may have no rows
   * @throws org.meent.protocols.refusal.RefusalException if the frame cannot carry a comparison
   */
  public CausalFit fit(Frame frame, int arm, Design fresh) {
    Frame pair = frame.contrast(arm);
    Feasibility.demand(pair);
    demandCovariates(pair);
    int n = pair.rows();
    int[] w = pair.treatment();
    double[] y = pair.outcome();
    double[] weights = pair.weights();
    double[] treated = Arrays.stream(w).asDoubleStream().toArray();
    Design x = new Design(pair.columns(), n);
    long seed = forest.seed();
    int[] fold = folds(pair);
    try (Parallel parallel = new Parallel(threads)) {
      CrossFit outcome =
          CrossFit.of(outcomeLearners, x, y, weights, fold, i -> true, seed + 4, parallel);
      CrossFit propensity =
          Double.isNaN(knownPropensity)
              ? CrossFit.of(
                      propensityLearners, x, treated, weights, fold, i -> true, seed + 3, parallel)
                  .calibrated(treated, weights)
              : CrossFit.known(knownPropensity, n);
      double[] e = propensity.predictions().clone();
      long moved = 0;
      double[] centredOutcome = new double[n];
      double[] centredTreatment = new double[n];
      for (int i = 0; i < n; i++) {
        double kept = Math.max(bound, Math.min(1 - bound, e[i]));
        moved += kept != e[i] ? 1 : 0;
        e[i] = kept;
        centredOutcome[i] = y[i] - outcome.predictions()[i];
        centredTreatment[i] = w[i] - e[i];
      }
      CentredRows rows =
          new CentredRows(
              x, centredOutcome, centredTreatment, weights, pair.clusters(), pair.clusterCount());
      ForestEffects effects = forest.fit(rows, fresh, parallel);
      if (Arrays.stream(effects.effect()).anyMatch(Double::isNaN)) {
        throw Refusal.refused("models.fit.too-few-trees", Where.NOWHERE, forest.trees())
            .asException();
      }
      return new CausalFit(pair, propensity, outcome, e, moved, effects);
    }
  }

  /** Cross-fitted predictions of another outcome of the same rows, on the same folds. */
  CrossFit predict(Frame pair, double[] other) {
    try (Parallel parallel = new Parallel(threads)) {
      return CrossFit.of(
          outcomeLearners,
          new Design(pair.columns(), pair.rows()),
          other,
          pair.weights(),
          folds(pair),
          i -> true,
          forest.seed() + 5,
          parallel);
    }
  }

  /** Outcomes and probabilities of all arms, where there are more than two. */
  SeveralArms severalArms(Frame frame) {
    demandCovariates(frame);
    try (Parallel parallel = new Parallel(threads)) {
      return SeveralArms.fit(
          frame, outcomeLearners, propensityLearners, folds, bound, forest.seed(), parallel);
    }
  }

  private static void demandCovariates(Frame frame) {
    if (frame.names().isEmpty()) {
      throw Refusal.refused("models.fit.no-covariates", Where.NOWHERE).asException();
    }
  }

  private int[] folds(Frame pair) {
    return Folds.of(pair.clusters(), pair.clusterCount(), pair.treatment(), folds, forest.seed());
  }
}
