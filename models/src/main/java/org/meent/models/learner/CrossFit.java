// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Predictions for every row by learners that have not seen the row's fold, combined by non-negative
 * weights that sum to one and minimise the squared error of those same predictions.
 *
 * @param predictions one per row
 * @param learners names of the learners
 * @param shares weight of each learner in the combination
 * @param losses mean squared error of each learner, out of fold
 */
public record CrossFit(
    double[] predictions, List<String> learners, double[] shares, double[] losses) {

  /**
   * Cross-fits and stacks.
   *
   * @param fold the fold of each row
   * @param trained which rows may be learned from; all rows are predicted
   */
  @Reference(
      authors = "A. Ahrens, C. B. Hansen, M. E. Schaffer, T. Wiemann (2025)",
      title = "Model averaging and double machine learning",
      source = "Journal of Applied Econometrics 40, 249-269",
      url = "https://doi.org/10.1002/jae.3103")
  @Reference(
      authors = "V. Chernozhukov and others (2018)",
      title = "Double/debiased machine learning for treatment and structural parameters",
      source = "The Econometrics Journal 21, C1-C68",
      url = "https://doi.org/10.1111/ectj.12097")
  public static CrossFit of(
      List<Learner> learners,
      Design x,
      double[] target,
      double[] weights,
      int[] fold,
      IntPredicate trained,
      long seed,
      Parallel parallel) {
    int folds = IntStream.of(fold).max().orElse(0) + 1;
    List<Callable<double[]>> tasks = new ArrayList<>();
    for (int l = 0; l < learners.size(); l++) {
      for (int k = 0; k < folds; k++) {
        tasks.add(task(learners.get(l), x, target, weights, fold, trained, k, key(seed, l, k)));
      }
    }
    List<double[]> parts = parallel.all(tasks);
    double[][] predictions = new double[learners.size()][x.rows()];
    for (int l = 0; l < learners.size(); l++) {
      int[] next = new int[folds];
      for (int i = 0; i < fold.length; i++) {
        predictions[l][i] = parts.get(l * folds + fold[i])[next[fold[i]]++];
      }
    }
    int[] judged = IntStream.range(0, fold.length).filter(trained).toArray();
    Stacking stacking = Stacking.of(predictions, target, weights, judged);
    return new CrossFit(
        stacking.combine(predictions),
        learners.stream().map(Learner::name).toList(),
        stacking.shares(),
        stacking.losses());
  }

  /** A probability known by design, for every row. */
  public static CrossFit known(double probability, int rows) {
    double[] e = new double[rows];
    Arrays.fill(e, probability);
    return new CrossFit(e, List.of("design"), new double[] {1}, new double[] {0});
  }

  /** The same with the predictions calibrated to a 0/1 target; see {@link Isotonic}. */
  public CrossFit calibrated(double[] happened, double[] weights) {
    return new CrossFit(
        Isotonic.calibrate(predictions, happened, weights), learners, shares, losses);
  }

  /** The same with no prediction nearer to 0 or to 1 than the bound. */
  public CrossFit within(double bound) {
    double[] kept =
        Arrays.stream(predictions).map(e -> Math.max(bound, Math.min(1 - bound, e))).toArray();
    return new CrossFit(kept, learners, shares, losses);
  }

  /** How many predictions are nearer to 0 or to 1 than the bound. */
  public long beyond(double bound) {
    return Arrays.stream(predictions).filter(e -> e < bound || e > 1 - bound).count();
  }

  private static long key(long seed, int learner, int fold) {
    return RandomStream.of(seed, "cross-fit", learner, fold).nextLong();
  }

  private static Callable<double[]> task(
      Learner learner,
      Design x,
      double[] target,
      double[] weights,
      int[] fold,
      IntPredicate trained,
      int held,
      long seed) {
    return () -> {
      int[] in =
          IntStream.range(0, fold.length).filter(i -> fold[i] != held && trained.test(i)).toArray();
      int[] out = IntStream.range(0, fold.length).filter(i -> fold[i] == held).toArray();
      Regression fitted =
          learner.fit(x.select(in), Design.pick(target, in), Design.pick(weights, in), seed);
      return fitted.predict(x.select(out));
    };
  }
}
