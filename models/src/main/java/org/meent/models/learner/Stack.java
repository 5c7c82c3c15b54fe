// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.List;

/** The learners that are stacked when nobody names others: smooth ones, trees, and the mean. */
public final class Stack {
  private Stack() {}

  /** For outcomes: mean, elastic net on products, forest, boosting. */
  public static List<Learner> ofOutcome() {
    return List.of(
        new WeightedMean(),
        ElasticNet.withDefaults(),
        BinnedForest.withDefaults(),
        BinnedBoosting.withDefaults());
  }

  /** For 0/1 treatments: mean, logistic, a smoother and a finer forest, boosting. */
  public static List<Learner> ofTreatment() {
    return List.of(
        new WeightedMean(),
        RidgeLogistic.withDefaults(),
        BinnedForest.withDefaults(),
        BinnedForest.withDefaults().withTrees(60).withShare(0.5),
        BinnedBoosting.withDefaults());
  }
}
