// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.MedianOfSplits;
import org.meent.models.effect.RepeatedScores;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Parallel;

/**
 * A fitted amount of treatment, such as hours of coaching: the effect per unit of each row by the
 * causal forest, and the averages that follow as medians over divisions into folds.
 *
 * @param frame the rows
 * @param splits averages on each division
 * @param overlap whether people like each other had different amounts
 * @param effects effects of the rows learned from and of new rows
 */
public record DoseFit(
    Frame frame, List<DoseSplit> splits, DoseOverlap overlap, ForestEffects effects) {
  /** The predicted variance is never below this share of the mean variance. */
  private static final double FLOOR = 0.05;

  /** Copies the list. */
  public DoseFit {
    splits = List.copyOf(splits);
  }

  /** The average effect per unit over the rows that are in. */
  public EffectEstimate estimate(Estimand estimand, String group, boolean @Nullable [] in) {
    return MedianOfSplits.of(splits.stream().map(s -> s.estimate(estimand, group, in)).toList());
  }

  /** The influence of each row on it. */
  public double[] influence(Estimand estimand, boolean @Nullable [] in) {
    return RepeatedScores.mean(
        splits.stream().map(s -> s.linearised(estimand, in).influence()).toList());
  }

  /** Joins what was learned on each division with the forest grown on their mean. */
  static DoseFit of(
      CausalModel model,
      Frame frame,
      double[] dose,
      List<Nuisances> learned,
      ForestEffects effects,
      Parallel parallel) {
    List<DoseSplit> splits = new ArrayList<>();
    for (int split = 0; split < learned.size(); split++) {
      Nuisances one = learned.get(split);
      double[] outcome = less(frame.outcome(), one.outcome().predictions());
      double[] left = less(dose, one.expected());
      double[] variance = variance(model, frame, left, split, parallel);
      splits.add(new DoseSplit(frame, outcome, left, variance, effects.effect()));
    }
    double[] left = RepeatedScores.mean(splits.stream().map(DoseSplit::dose).toList());
    double[] variance = RepeatedScores.mean(splits.stream().map(DoseSplit::variance).toList());
    DoseOverlap overlap = DoseOverlap.of(dose, left, variance, frame.weights());
    return new DoseFit(frame, splits, overlap, effects);
  }

  /** The squares of what is left, learned as the outcome is. */
  private static double[] variance(
      CausalModel model, Frame frame, double[] left, int split, Parallel parallel) {
    long key = MedianOfSplits.seed(model.forest().seed(), split);
    double[] squares = Arrays.stream(left).map(d -> d * d).toArray();
    double mean = Arrays.stream(squares).average().orElse(0);
    CrossFit learned =
        CrossFit.of(
            model.outcomeLearners(),
            frame.design(),
            squares,
            frame.weights(),
            model.folds(frame, key),
            i -> true,
            key + 6,
            parallel);
    return Arrays.stream(learned.predictions()).map(v -> Math.max(FLOOR * mean, v)).toArray();
  }

  private static double[] less(double[] values, double[] predicted) {
    double[] left = values.clone();
    for (int i = 0; i < left.length; i++) {
      left[i] -= predicted[i];
    }
    return left;
  }
}
