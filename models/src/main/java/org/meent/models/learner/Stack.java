// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.List;
import java.util.stream.Stream;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

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

  /** The names that {@link #named} knows. */
  public static List<String> names() {
    return all().map(Learner::name).toList();
  }

  /**
   * Learners by name. A logistic regression learns treatments only and is left out for outcomes.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a name is unknown, or none is left
   */
  public static List<Learner> named(List<String> names, boolean ofTreatment) {
    for (String name : names) {
      if (!names().contains(name)) {
        throw refusal(name);
      }
    }
    List<Learner> chosen =
        all()
            .filter(learner -> names.contains(learner.name()))
            .filter(learner -> ofTreatment || !(learner instanceof RidgeLogistic))
            .toList();
    if (chosen.isEmpty()) {
      throw refusal(String.join(", ", names));
    }
    return chosen;
  }

  private static RuntimeException refusal(String found) {
    return Refusal.badInput(
            "models.fit.no-learner", Where.field("learners"), String.join(", ", names()), found)
        .asException();
  }

  private static Stream<Learner> all() {
    return Stream.of(
        new WeightedMean(),
        RidgeLogistic.withDefaults(),
        ElasticNet.withDefaults(),
        SmoothNet.withDefaults(),
        BinnedForest.withDefaults(),
        BinnedBoosting.withDefaults(),
        SmileForest.withDefaults());
  }
}
