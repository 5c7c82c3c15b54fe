// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.meent.models.check.Balance;
import org.meent.models.check.NegativeControl;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.DoublyRobustFit;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.Centred;
import org.meent.models.forest.ContextChecks;
import org.meent.models.forest.FitRules;
import org.meent.models.forest.PairChecks;
import org.meent.models.frame.Frame;
import org.meent.protocols.AnalysisPlan.Method;

/** Augmented inverse propensity weighting. It says nothing of differences between people. */
record RobustFit(FitRules rules, DoublyRobustFit fit, List<OverlapVerdict> verdicts)
    implements AdjustedFit {

  /**
   * Fits.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the frame cannot carry a comparison
   */
  static RobustFit of(FitRules rules, Frame frame) {
    DoublyRobustFit fit =
        DoublyRobust.withDefaults()
            .withPropensityLearners(rules.model().propensityLearners())
            .withSeed(rules.model().forest().seed())
            .withThreads(rules.model().threads())
            .fit(frame, 1);
    Frame pair = fit.frame();
    return new RobustFit(
        rules,
        fit,
        OverlapCheck.of(rules.limits()).judge(fit.propensity(), pair.treatment(), pair.weights()));
  }

  @Override
  public Method method() {
    return Method.DOUBLY_ROBUST;
  }

  @Override
  public Frame frame() {
    return fit.frame();
  }

  @Override
  public double[] propensity() {
    return fit.propensity();
  }

  @Override
  public EffectEstimate estimate(Estimand estimand, String group, boolean @Nullable [] in) {
    return fit.among(estimand, group, in);
  }

  @Override
  public double[] influence(Estimand estimand, boolean @Nullable [] in) {
    return fit.influence(estimand, in);
  }

  @Override
  public EffectChecks checks(
      List<Balance> balance,
      EffectEstimate shown,
      ContextChecks context,
      Optional<double[]> control) {
    PairChecks checks =
        PairChecks.of(
            Centred.of(frame(), propensity(), fit.expected()),
            balance,
            shown,
            control.map(this::control),
            context,
            OptionalDouble.empty(),
            rules.criteria(),
            rules.model().forest().seed());
    return new EffectChecks(method().label(), checks.gates(), Optional.empty());
  }

  private NegativeControl control(double[] control) {
    double[] predicted = rules.model().predict(frame(), control).predictions();
    return NegativeControl.of(frame(), propensity(), control, predicted);
  }
}
