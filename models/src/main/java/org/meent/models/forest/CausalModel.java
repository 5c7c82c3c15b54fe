// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.models.effect.MedianOfSplits;
import org.meent.models.effect.RepeatedArms;
import org.meent.models.effect.SeveralArms;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Units;
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
 * @param splits how often the rows are divided into folds anew; 0 = by the smaller arm
 * @param threads number of threads; results do not depend on it
 * @param outcomeLearners learners of the outcome
 * @param propensityLearners learners of the treatment
 * @param knownPropensity the probability of treatment by design, or {@code NaN} to estimate it
 * @param bound propensities are kept within [bound, 1 - bound]
 */
public record CausalModel(
    CausalForest forest,
    int folds,
    int splits,
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
        0,
        1,
        Stack.ofOutcome(),
        Stack.ofTreatment(),
        Double.NaN,
        0.005);
  }

  /** The same with another forest. */
  public CausalModel withForest(CausalForest other) {
    return new CausalModel(
        other, folds, splits, threads, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same on another number of threads. */
  public CausalModel withThreads(int count) {
    return new CausalModel(
        forest, folds, splits, count, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same with another number of folds. */
  public CausalModel withFolds(int count) {
    return new CausalModel(
        forest,
        count,
        splits,
        threads,
        outcomeLearners,
        propensityLearners,
        knownPropensity,
        bound);
  }

  /** The same with a fixed number of divisions into folds. */
  public CausalModel withSplits(int count) {
    return new CausalModel(
        forest, folds, count, threads, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same with other learners. */
  public CausalModel withLearners(List<Learner> ofOutcome, List<Learner> ofTreatment) {
    return new CausalModel(
        forest, folds, splits, threads, ofOutcome, ofTreatment, knownPropensity, bound);
  }

  /** The same for a randomised design whose probability of treatment is known. */
  public CausalModel withKnownPropensity(double probability) {
    return new CausalModel(
        forest, folds, splits, threads, outcomeLearners, propensityLearners, probability, bound);
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
    double[] treated = Arrays.stream(pair.treatment()).asDoubleStream().toArray();
    int count = MedianOfSplits.count(splits, pair);
    try (Parallel parallel = new Parallel(threads)) {
      List<Nuisances> learned = new ArrayList<>();
      for (int split = 0; split < count; split++) {
        learned.add(learn(pair, treated, split, parallel));
      }
      return CausalFit.of(pair, learned, grow(pair, treated, learned, fresh, parallel));
    }
  }

  /**
   * Fits an amount of treatment, such as hours.
   *
   * @param dose the amount of each row
   * @param fresh covariates of new rows, as in {@link #fit}
   * @throws org.meent.protocols.refusal.RefusalException if the frame cannot carry it
   */
  public DoseFit fitDose(Frame frame, double[] dose, Design fresh) {
    Feasibility.demandRows(frame);
    demandCovariates(frame);
    int count = MedianOfSplits.count(splits, frame);
    try (Parallel parallel = new Parallel(threads)) {
      List<Nuisances> learned = new ArrayList<>();
      for (int split = 0; split < count; split++) {
        learned.add(learnDose(frame, dose, split, parallel));
      }
      ForestEffects effects = grow(frame, dose, learned, fresh, parallel);
      return DoseFit.of(this, frame, dose, learned, effects, parallel);
    }
  }

  private Nuisances learnDose(Frame frame, double[] dose, int split, Parallel parallel) {
    long key = MedianOfSplits.seed(forest.seed(), split);
    CrossFit outcome = expected(frame, frame.outcome(), key, 4, parallel);
    CrossFit amount = expected(frame, dose, key, 3, parallel);
    return new Nuisances(outcome, amount, amount.predictions(), 0);
  }

  /** Outcome and probability of treatment on one division into folds. */
  private Nuisances learn(Frame pair, double[] treated, int split, Parallel parallel) {
    long key = MedianOfSplits.seed(forest.seed(), split);
    Design x = pair.design();
    double[] weights = pair.weights();
    int[] fold = folds(pair, key);
    CrossFit outcome = expected(pair, pair.outcome(), key, 4, parallel);
    CrossFit propensity =
        Double.isNaN(knownPropensity)
            ? CrossFit.of(
                    propensityLearners, x, treated, weights, fold, i -> true, key + 3, parallel)
                .calibrated(treated, weights)
            : CrossFit.known(knownPropensity, pair.rows());
    double[] within = propensity.within(bound).predictions();
    return new Nuisances(outcome, propensity, within, propensity.beyond(bound));
  }

  /** The forest on what the mean predictions leave over. */
  private ForestEffects grow(
      Frame pair, double[] treated, List<Nuisances> learned, Design fresh, Parallel parallel) {
    double[] centredOutcome = pair.outcome();
    double[] centredTreatment = treated.clone();
    double[] expected = Nuisances.meanOutcome(learned);
    double[] propensity = Nuisances.meanTreatment(learned);
    for (int i = 0; i < treated.length; i++) {
      centredOutcome[i] -= expected[i];
      centredTreatment[i] -= propensity[i];
    }
    CentredRows rows =
        new CentredRows(
            pair.design(),
            centredOutcome,
            centredTreatment,
            pair.weights(),
            pair.units().of(),
            pair.units().count());
    ForestEffects effects = forest.fit(rows, fresh, parallel);
    if (Arrays.stream(effects.effect()).anyMatch(Double::isNaN)) {
      throw Refusal.refused("models.fit.too-few-trees", Where.NOWHERE, forest.trees())
          .asException();
    }
    return effects;
  }

  /** Cross-fitted predictions of another outcome of the same rows, on the same folds. */
  public CrossFit predict(Frame pair, double[] other) {
    try (Parallel parallel = new Parallel(threads)) {
      return expected(pair, other, forest.seed(), 5, parallel);
    }
  }

  /** Cross-fitted predictions by the learners of the outcome, on the folds of a key. */
  private CrossFit expected(Frame pair, double[] target, long key, int what, Parallel parallel) {
    return CrossFit.of(
        outcomeLearners,
        pair.design(),
        target,
        pair.weights(),
        folds(pair, key),
        i -> true,
        key + what,
        parallel);
  }

  /** Outcomes and probabilities of all arms, where there are more than two. */
  RepeatedArms severalArms(Frame frame) {
    demandCovariates(frame);
    int count = MedianOfSplits.count(splits, frame);
    List<SeveralArms> learned = new ArrayList<>();
    try (Parallel parallel = new Parallel(threads)) {
      for (int split = 0; split < count; split++) {
        long key = MedianOfSplits.seed(forest.seed(), split);
        learned.add(
            SeveralArms.fit(
                frame, outcomeLearners, propensityLearners, folds, bound, key, parallel));
      }
    }
    return new RepeatedArms(learned);
  }

  private static void demandCovariates(Frame frame) {
    if (frame.names().isEmpty()) {
      throw Refusal.refused("models.fit.no-covariates", Where.NOWHERE).asException();
    }
  }

  /** The fold of each row; what belongs together is never split. */
  public int[] folds(Frame pair, long key) {
    Units units = pair.units();
    return Folds.of(units.of(), units.count(), pair.treatment(), folds, key);
  }
}
