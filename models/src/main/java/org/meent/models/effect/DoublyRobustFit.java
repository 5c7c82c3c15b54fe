// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import org.jspecify.annotations.Nullable;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.models.learner.CrossFit;

/**
 * Cross-fitted propensities and outcome predictions of one arm against the reference, and the
 * average effects that follow from them.
 */
public final class DoublyRobustFit {
  private final Frame pair;
  private final CrossFit propensityFit;
  private final CrossFit referenceFit;
  private final CrossFit armFit;
  private final Scores scores;
  private final long bounded;

  DoublyRobustFit(
      Frame pair, CrossFit propensityFit, CrossFit referenceFit, CrossFit armFit, double bound) {
    this.pair = pair;
    this.propensityFit = propensityFit;
    this.referenceFit = referenceFit;
    this.armFit = armFit;
    double[] e = propensityFit.predictions().clone();
    long moved = 0;
    for (int i = 0; i < e.length; i++) {
      double kept = Math.max(bound, Math.min(1 - bound, e[i]));
      moved += kept != e[i] ? 1 : 0;
      e[i] = kept;
    }
    this.bounded = moved;
    this.scores = new Scores("aipw", pair, e, referenceFit.predictions(), armFit.predictions());
  }

  /** The rows of the two arms. */
  public Frame frame() {
    return pair;
  }

  /** The propensity of each row, within the bounds; a copy. */
  public double[] propensity() {
    return scores.propensity().clone();
  }

  /** How many propensities were moved to the bound. */
  public long bounded() {
    return bounded;
  }

  /** How the propensity was learned. */
  public CrossFit propensityFit() {
    return propensityFit;
  }

  /** How the outcome in the reference was learned. */
  public CrossFit referenceFit() {
    return referenceFit;
  }

  /** How the outcome in the arm was learned. */
  public CrossFit armFit() {
    return armFit;
  }

  /** The doubly robust score of each row; its mean is the average effect. */
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
}
