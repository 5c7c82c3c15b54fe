// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meent.models.check.Balance;
import org.meent.models.check.NegativeControl;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.heterogeneity.BestLinearProjection;
import org.meent.models.heterogeneity.TargetingCurve;
import org.meent.models.learner.Design;

/**
 * One arm against the reference by a causal forest, and what may be asked of it: averages by doubly
 * robust scores, their checks, and along what effects differ. {@code fit} and studies ask the same.
 */
public final class ForestComparison {
  private final FitRules rules;
  private final CausalFit fit;
  private final List<OverlapVerdict> verdicts;

  private ForestComparison(FitRules rules, CausalFit fit, List<OverlapVerdict> verdicts) {
    this.rules = rules;
    this.fit = fit;
    this.verdicts = List.copyOf(verdicts);
  }

  /**
   * Fits.
   *
   * @param fresh covariates of new rows, by column in the order of the frame; may have no rows
   * @throws org.meent.protocols.refusal.RefusalException if the frame cannot carry a comparison, or
   *     nobody could have been in either arm
   */
  public static ForestComparison of(FitRules rules, Frame frame, int arm, Design fresh) {
    CausalFit fit = rules.model().fit(frame, arm, fresh);
    demandSomeInCommon(rules, fit);
    Frame pair = fit.frame();
    List<OverlapVerdict> verdicts =
        OverlapCheck.of(rules.limits()).judge(fit.propensity(), pair.treatment(), pair.weights());
    return new ForestComparison(rules, fit, verdicts);
  }

  /** The same for a frame of two arms and no new rows. */
  public static ForestComparison of(FitRules rules, Frame pair) {
    return of(rules, pair, 1, new Design(new double[pair.names().size()][0], 0));
  }

  /**
   * Covariates that together give the treatment away leave nobody who could have been in either.
   */
  private static void demandSomeInCommon(FitRules rules, CausalFit fit) {
    int[] treatment = fit.frame().treatment();
    double edge = rules.limits().edge();
    int[] count = new int[2];
    for (int i = 0; i < treatment.length; i++) {
      double e = fit.propensity()[i];
      count[treatment[i]] += e >= edge && e <= 1 - edge ? 1 : 0;
    }
    int fewer = Math.min(count[0], count[1]);
    if (fewer < Feasibility.FEWEST_IN_ARM) {
      throw FitJob.refusal("models.fit.nothing-in-common", Feasibility.FEWEST_IN_ARM, fewer);
    }
  }

  /** Effects and nuisances. */
  public CausalFit fit() {
    return fit;
  }

  /** Overlap of the two arms, per estimand. */
  public List<OverlapVerdict> verdicts() {
    return verdicts;
  }

  /** The average effect over the rows that are in. */
  public EffectEstimate estimate(Estimand estimand, String group, boolean @Nullable [] in) {
    return rules.interval().widened(fit.scores().estimate(estimand, group, in));
  }

  /** The influence of each row of the pair on the average effect. */
  public double[] influence(Estimand estimand, boolean @Nullable [] in) {
    return fit.scores().influence(estimand, in);
  }

  /** Likeness of the arms, before and after the weights of an estimand. */
  public List<Balance> balance(Estimand estimand) {
    return Balance.of(fit.frame(), fit.propensity(), estimand);
  }

  /**
   * All checks, for the estimate that is shown first.
   *
   * @param control a negative control outcome of each row of the pair, if one was named
   */
  public ArmChecks checks(
      List<Balance> balance,
      EffectEstimate shown,
      ContextChecks context,
      Optional<double[]> control) {
    return ArmChecks.of(
        fit, balance, shown, control.map(this::control), context, rules.criteria(), seed());
  }

  private NegativeControl control(double[] control) {
    double[] predicted = rules.model().predict(fit.frame(), control).predictions();
    return NegativeControl.of(fit.frame(), fit.propensity(), control, predicted);
  }

  /** Along what effects differ; to be asked only where an effect for everybody is carried. */
  public BestLinearProjection projection() {
    return BestLinearProjection.of(fit.frame(), fit.scores().doublyRobust());
  }

  /** What it is worth to know effects; to be asked only where one for everybody is carried. */
  public TargetingCurve targeting() {
    return TargetingCurve.of(
        fit.frame(), fit.scores().doublyRobust(), fit.effects().effect(), seed());
  }

  private long seed() {
    return rules.model().forest().seed();
  }
}
