// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.protocols.run.RandomStream;

/**
 * The mean, without support and given covariates, of what is expected with support given covariates
 * and mechanism. For each fold the inner mean is learned from rows with support in the other folds,
 * and the outer one from rows without support in them, so that nothing of the fold is used.
 *
 * @param learners of both means
 * @param folds number of folds
 * @param range what a mean can be
 * @param seed of all randomness
 */
record NestedMean(List<Learner> learners, int folds, OutcomeRange range, long seed) {

  /** One prediction per row; learners count as much as stacking them says. */
  double[] of(Frame pair, Design x, Design mx, int[] fold, CrossFit inner, Parallel parallel) {
    int[] w = pair.treatment();
    double[] weights = pair.weights();
    // Only the shares of the outer learners come from this; no prediction of it is used.
    double[] outer =
        CrossFit.of(
                learners,
                x,
                range.keep(inner.predictions()),
                weights,
                fold,
                i -> w[i] == 0,
                seed,
                parallel)
            .shares();
    List<Callable<double[]>> tasks = new ArrayList<>();
    for (int k = 0; k < folds; k++) {
      int held = k;
      tasks.add(
          () -> {
            int[] with = rows(fold, i -> fold[i] != held && w[i] == 1);
            int[] without = rows(fold, i -> fold[i] != held && w[i] == 0);
            double[] y = Design.pick(pair.outcome(), with);
            double[] inside =
                stacked(
                    mx.select(with),
                    y,
                    Design.pick(weights, with),
                    inner.shares(),
                    mx.select(without),
                    2 * held);
            return stacked(
                x.select(without),
                inside,
                Design.pick(weights, without),
                outer,
                x.select(rows(fold, i -> fold[i] == held)),
                2 * held + 1);
          });
    }
    List<double[]> parts = parallel.all(tasks);
    double[] all = new double[fold.length];
    int[] next = new int[folds];
    for (int i = 0; i < all.length; i++) {
      all[i] = parts.get(fold[i])[next[fold[i]]++];
    }
    return all;
  }

  private static int[] rows(int[] fold, IntPredicate in) {
    return IntStream.range(0, fold.length).filter(in).toArray();
  }

  private double[] stacked(
      Design learned, double[] target, double[] weights, double[] shares, Design asked, int part) {
    double[] sum = new double[asked.rows()];
    for (int l = 0; l < shares.length; l++) {
      if (shares[l] > 0) {
        long key = RandomStream.of(seed, "nested-mean", l, part).nextLong();
        double[] one = learners.get(l).fit(learned, target, weights, key).predict(asked);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += shares[l] * one[i];
        }
      }
    }
    return range.keep(sum);
  }
}
