// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.List;

/** The learners that are stacked when nobody names others: smooth ones, trees, and the mean. */
public final class Stack {
  private Stack() {}

  /** For outcomes: mean, smooth surface with boosting, forest. */
  public static List<Learner> ofOutcome() {
    return List.of(new WeightedMean(), SmoothNet.withDefaults(), BinnedForest.withDefaults());
  }

  /** For 0/1 treatments: mean, logistic, smooth surface with boosting, fine forest. */
  public static List<Learner> ofTreatment() {
    return List.of(
        new WeightedMean(),
        RidgeLogistic.withDefaults(),
        SmoothNet.withDefaults(),
        BinnedForest.withDefaults().withTrees(60).withShare(0.5));
  }
}
