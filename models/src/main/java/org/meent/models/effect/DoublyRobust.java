// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Stack;
import org.meent.protocols.literature.Reference;

/**
 * Augmented inverse-probability weighting with cross-fitted, stacked learners: consistent if either
 * the propensity or the outcome predictions are. Propensities are calibrated out of fold.
 *
 * @param folds number of folds; clusters are never split over folds
 * @param splits how often the rows are divided into folds anew; 0 = by the smaller arm
 * @param seed of all randomness
 * @param threads number of threads; the result does not depend on it
 * @param outcomeLearners learners of the outcome in each arm
 * @param propensityLearners learners of the treatment
 * @param knownPropensity the probability of treatment by design, or {@code NaN} to estimate it
 * @param bound propensities are kept within [bound, 1 - bound]; how many were moved is reported
 */
public record DoublyRobust(
    int folds,
    int splits,
    long seed,
    int threads,
    List<Learner> outcomeLearners,
    List<Learner> propensityLearners,
    double knownPropensity,
    double bound) {

  /** Copies the lists. */
  public DoublyRobust {
    outcomeLearners = List.copyOf(outcomeLearners);
    propensityLearners = List.copyOf(propensityLearners);
  }

  /** Five folds, one thread, seed 1; the learners of {@link Stack}. */
  public static DoublyRobust withDefaults() {
    return new DoublyRobust(5, 0, 1, 1, Stack.ofOutcome(), Stack.ofTreatment(), Double.NaN, 0.005);
  }

  /** The same with another number of folds. */
  public DoublyRobust withFolds(int count) {
    return new DoublyRobust(
        count, splits, seed, threads, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same with a fixed number of divisions into folds. */
  public DoublyRobust withSplits(int count) {
    return new DoublyRobust(
        folds, count, seed, threads, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same with another seed. */
  public DoublyRobust withSeed(long value) {
    return new DoublyRobust(
        folds, splits, value, threads, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same on another number of threads. */
  public DoublyRobust withThreads(int count) {
    return new DoublyRobust(
        folds, splits, seed, count, outcomeLearners, propensityLearners, knownPropensity, bound);
  }

  /** The same with other learners of the outcome. */
  public DoublyRobust withOutcomeLearners(List<Learner> learners) {
    return new DoublyRobust(
        folds, splits, seed, threads, learners, propensityLearners, knownPropensity, bound);
  }

  /** The same with other learners of the treatment. */
  public DoublyRobust withPropensityLearners(List<Learner> learners) {
    return new DoublyRobust(
        folds, splits, seed, threads, outcomeLearners, learners, knownPropensity, bound);
  }

  /** The same for a randomised design whose probability of treatment is known. */
  public DoublyRobust withKnownPropensity(double probability) {
    return new DoublyRobust(
        folds, splits, seed, threads, outcomeLearners, propensityLearners, probability, bound);
  }

  /**
   * Learns the propensity and the outcome in both arms for one arm against the reference. Only rows
   * of these two arms take part, so "everybody" means everybody in either.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the frame cannot carry a comparison
   */
  @Reference(
      authors = "J. M. Robins, A. Rotnitzky, L. P. Zhao (1994)",
      title = "Estimation of regression coefficients when some regressors are not always observed",
      source = "Journal of the American Statistical Association 89, 846-866",
      url = "https://doi.org/10.1080/01621459.1994.10476818")
  @Reference(
      authors = "V. Chernozhukov and others (2018)",
      title = "Double/debiased machine learning for treatment and structural parameters",
      source = "The Econometrics Journal 21, C1-C68",
      url = "https://doi.org/10.1111/ectj.12097")
  public DoublyRobustFit fit(Frame frame, int arm) {
    Frame pair = frame.contrast(arm);
    Feasibility.demand(pair);
    int count = MedianOfSplits.count(splits, pair);
    List<OneSplit> learned = new ArrayList<>();
    try (Parallel parallel = new Parallel(threads)) {
      for (int split = 0; split < count; split++) {
        learned.add(split(pair, MedianOfSplits.seed(seed, split), parallel));
      }
    }
    return new DoublyRobustFit(pair, learned);
  }

  /** One division into folds, and what was learned on it. */
  private OneSplit split(Frame pair, long key, Parallel parallel) {
    int n = pair.rows();
    int[] w = pair.treatment();
    Design x = pair.design();
    int[] fold = Folds.of(pair.units().of(), pair.units().count(), w, folds, key);
    double[] weights = pair.weights();
    double[] y = pair.outcome();
    double[] treated = Arrays.stream(w).asDoubleStream().toArray();
    CrossFit reference =
        CrossFit.of(outcomeLearners, x, y, weights, fold, i -> w[i] == 0, key + 1, parallel);
    CrossFit arm =
        CrossFit.of(outcomeLearners, x, y, weights, fold, i -> w[i] == 1, key + 2, parallel);
    CrossFit propensity =
        Double.isNaN(knownPropensity)
            ? CrossFit.of(
                    propensityLearners, x, treated, weights, fold, i -> true, key + 3, parallel)
                .calibrated(treated, weights)
            : CrossFit.known(knownPropensity, n);
    Scores scores =
        new Scores(
            "aipw",
            pair,
            propensity.within(bound).predictions(),
            reference.predictions(),
            arm.predictions());
    return new OneSplit(propensity, reference, arm, propensity.beyond(bound), scores);
  }

  /** What was learned on one division of the rows into folds. */
  record OneSplit(
      CrossFit propensity, CrossFit reference, CrossFit arm, long bounded, Scores scores) {}
}
