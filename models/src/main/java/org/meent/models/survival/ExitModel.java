// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.RidgeLogistic;
import org.meent.models.learner.Stack;
import org.meent.protocols.literature.Reference;

/**
 * Curves of competing exits per arm, doubly robust: right if either the propensities and the
 * chances of still being observed are, or the monthly chances of each exit. Everything that is
 * learned is learned from rows outside the own fold.
 *
 * @param folds number of folds; clusters are never split over folds
 * @param seed of all randomness
 * @param threads number of threads; results do not depend on it
 * @param hazard learns the chance of an exit in a month
 * @param treatment learners of the treatment
 * @param bound propensities are kept within [bound, 1 - bound]
 * @param leastObserved the chance of still being observed is kept above this
 */
public record ExitModel(
    int folds,
    long seed,
    int threads,
    Learner hazard,
    List<Learner> treatment,
    double bound,
    double leastObserved) {

  /** Copies the learners. */
  public ExitModel {
    treatment = List.copyOf(treatment);
  }

  /** Five folds, seed 1, one thread; logistic hazards with a bending line in time. */
  public static ExitModel withDefaults() {
    return new ExitModel(5, 1, 1, RidgeLogistic.withDefaults(), Stack.ofTreatment(), 0.005, 0.05);
  }

  /** The same with another seed. */
  public ExitModel withSeed(long value) {
    return new ExitModel(folds, value, threads, hazard, treatment, bound, leastObserved);
  }

  /** The same on another number of threads. */
  public ExitModel withThreads(int count) {
    return new ExitModel(folds, seed, count, hazard, treatment, bound, leastObserved);
  }

  /**
   * An arm and the reference with their propensities, before anybody looks at an exit: whether the
   * arms overlap is asked of these.
   *
   * @param pair the rows of both
   * @param x their covariates
   * @param fold the fold of each row
   * @param propensity the chance of the arm, calibrated, from rows outside the own fold; leave the
   *     array alone
   */
  public record Arms(Frame pair, Design x, int[] fold, double[] propensity) {}

  /**
   * Learns who takes which arm.
   *
   * @param frame covariates, arms, clusters and weights; its outcome is not used
   * @param arm the number of the arm
   * @throws org.meent.protocols.refusal.RefusalException if the frame cannot carry a comparison
   */
  public Arms arms(Frame frame, int arm) {
    Frame pair = frame.contrast(arm);
    Feasibility.demand(pair);
    int[] w = pair.treatment();
    Design x = pair.design();
    int[] fold = Folds.of(pair.clusters(), pair.clusterCount(), w, folds, seed);
    double[] weights = pair.weights();
    double[] treated = Arrays.stream(w).asDoubleStream().toArray();
    try (Parallel parallel = new Parallel(threads)) {
      double[] propensity =
          CrossFit.of(treatment, x, treated, weights, fold, i -> true, seed + 1, parallel)
              .calibrated(treated, weights)
              .predictions();
      return new Arms(pair, x, fold, propensity);
    }
  }

  /**
   * Estimates the curves of one arm and the reference.
   *
   * @param frame covariates, arms, clusters and weights; its outcome is not used
   * @param arm the number of the arm
   * @param exits one entry for each row of the input of the frame, in the order of that input
   * @param horizon the last month of the curves
   * @param estimand {@link Estimand#ATE}, {@link Estimand#ATT} or {@link Estimand#ATC}
   * @throws org.meent.protocols.refusal.RefusalException if the frame cannot carry a comparison
   */
  public ExitCurves fit(Frame frame, int arm, MonthlyExits exits, int horizon, Estimand estimand) {
    return curves(arms(frame, arm), exits, horizon, estimand);
  }

  /**
   * The curves of arms whose propensities are known.
   *
   * @param exits one entry for each row of the input of the frame, in the order of that input
   */
  @Reference(
      authors = "B. M. S. Ozenne, T. H. Scheike, L. Stærk, T. A. Gerds (2020)",
      title =
          "On the estimation of average treatment effects with right-censored time to event"
              + " outcome and competing risks",
      source = "Biometrical Journal 62, 751-763",
      url = "https://doi.org/10.1002/bimj.201800298")
  public ExitCurves curves(Arms arms, MonthlyExits exits, int horizon, Estimand estimand) {
    Frame pair = arms.pair();
    MonthlyExits own = exits.pick(IntStream.range(0, pair.rows()).map(pair::inputRow).toArray());
    int[] w = pair.treatment();
    try (Parallel parallel = new Parallel(threads)) {
      List<MonthlyHazards> hazards = new ArrayList<>();
      for (int side = 0; side < 2; side++) {
        int of = side;
        hazards.add(
            MonthlyHazards.of(
                hazard,
                arms.x(),
                own,
                pair.weights(),
                i -> w[i] == of,
                arms.fold(),
                horizon,
                parallel));
      }
      StandardisedWeights weights =
          StandardisedWeights.of(pair, arms.propensity(), bound, estimand);
      CurveEstimation estimation = new CurveEstimation(pair, weights, seed);
      List<ExitCurves.ExitCurve> curves = new ArrayList<>();
      for (int cause = 1; cause <= own.kinds().size(); cause++) {
        int of = cause;
        List<CounterfactualIncidence> sides =
            hazards.stream()
                .map(h -> new CounterfactualIncidence(h, own, of, horizon, leastObserved))
                .toList();
        curves.add(estimation.curve(own.kinds().get(cause - 1), sides, horizon));
      }
      return new ExitCurves(estimand, pair.arms(), curves);
    }
  }
}
