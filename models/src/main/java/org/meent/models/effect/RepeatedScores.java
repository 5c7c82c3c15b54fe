// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.protocols.refusal.Refusal;

/**
 * The scores of the same rows on several divisions into folds. An estimate is the median over the
 * divisions; see {@link MedianOfSplits}.
 *
 * @param splits scores on each division, at least one
 */
public record RepeatedScores(List<Scores> splits) {

  /** Copies the list. */
  public RepeatedScores {
    splits = List.copyOf(splits);
  }

  /** The rows. */
  public Frame frame() {
    return splits.getFirst().pair();
  }

  /** The average effect over the rows that are in. */
  public EffectEstimate estimate(Estimand estimand, String group, boolean @Nullable [] in) {
    return MedianOfSplits.of(
        splits.stream().map(scores -> scores.estimate(estimand, group, in)).toList());
  }

  /** The influence of each row on the average effect, as a mean over the divisions. */
  public double[] influence(Estimand estimand, boolean @Nullable [] in) {
    return mean(
        splits.stream().map(scores -> scores.linearised(estimand, in).influence()).toList());
  }

  /** The mean propensity of each row. */
  public double[] propensity() {
    return mean(splits.stream().map(Scores::propensity).toList());
  }

  /** The mean predicted outcome of each row, whatever its arm: {@code (1 - e) mu0 + e mu1}. */
  public double[] expected() {
    return mean(splits.stream().map(Scores::expected).toList());
  }

  /** The mean doubly robust score of each row. */
  public double[] doublyRobust() {
    return mean(splits.stream().map(Scores::doublyRobust).toList());
  }

  /**
   * The effect in each group of a grouping of the rows; a group with too few rows of an arm gives a
   * refusal, not a number.
   */
  public GroupEffects byGroup(Estimand estimand, Grouping grouping) {
    List<EffectEstimate> estimates = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Grouping.Part part : grouping.parts()) {
      if (frame().fewestInArms(part.in(), 1) < Feasibility.FEWEST_IN_ARM) {
        refusals.add(part.tooFew(Feasibility.FEWEST_IN_ARM));
      } else {
        estimates.add(estimate(estimand, part.written(), part.in()));
      }
    }
    return new GroupEffects(estimates, refusals);
  }

  /** The mean of several arrays, place by place. */
  public static double[] mean(List<double[]> arrays) {
    double[] mean = new double[arrays.getFirst().length];
    for (double[] values : arrays) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += values[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= arrays.size();
    }
    return mean;
  }
}
