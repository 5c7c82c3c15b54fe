// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.models.effect.DoublyRobust.OneSplit;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.models.learner.CrossFit;

/**
 * Cross-fitted propensities and outcome predictions of one arm against the reference, and the
 * average effects that follow from them.
 */
public final class DoublyRobustFit {
  private final Frame pair;
  private final List<OneSplit> splits;
  private final RepeatedScores scores;

  DoublyRobustFit(Frame pair, List<OneSplit> splits) {
    this.pair = pair;
    this.splits = List.copyOf(splits);
    this.scores = new RepeatedScores(splits.stream().map(OneSplit::scores).toList());
  }

  /** The rows of the two arms. */
  public Frame frame() {
    return pair;
  }

  /** The mean propensity of each row over the divisions, within the bounds. */
  public double[] propensity() {
    return scores.propensity();
  }

  /** The scores of each division, behind every estimate. */
  public RepeatedScores scores() {
    return scores;
  }

  /** How often the rows were divided into folds. */
  public int splits() {
    return splits.size();
  }

  /** How many propensities were moved to the bound, in the division where they were most. */
  public long bounded() {
    return splits.stream().mapToLong(OneSplit::bounded).max().orElse(0);
  }

  /** How the propensity was learned on the first division. */
  public CrossFit propensityFit() {
    return splits.getFirst().propensity();
  }

  /** How the outcome in the reference was learned on the first division. */
  public CrossFit referenceFit() {
    return splits.getFirst().reference();
  }

  /** How the outcome in the arm was learned on the first division. */
  public CrossFit armFit() {
    return splits.getFirst().arm();
  }

  /**
   * The mean doubly robust score of each row over the divisions; its mean is the average effect.
   */
  public double[] doublyRobustScores() {
    return scores.doublyRobust();
  }

  /** The average effect over everybody the estimand names. */
  public EffectEstimate estimate(Estimand estimand) {
    return scores.estimate(estimand, EffectEstimate.ALL, null);
  }

  /**
   * The effect in each group of a grouping of {@link #frame()}; a group with too few rows of an arm
   * gives a refusal, not a number.
   */
  public GroupEffects byGroup(Estimand estimand, Grouping grouping) {
    return scores.byGroup(estimand, grouping);
  }

  /** The effect among some rows of {@link #frame()} under a name of the caller's. */
  public EffectEstimate among(Estimand estimand, String group, boolean @Nullable [] in) {
    return scores.estimate(estimand, group, in);
  }

  /** The influence of each row of {@link #frame()} on that effect. */
  public double[] influence(Estimand estimand, boolean @Nullable [] in) {
    return scores.influence(estimand, in);
  }

  /** The mean predicted outcome of each row, whatever its arm. */
  public double[] expected() {
    return scores.expected();
  }
}
