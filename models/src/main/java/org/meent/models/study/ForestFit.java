// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meent.models.check.Balance;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.ArmChecks;
import org.meent.models.forest.ContextChecks;
import org.meent.models.forest.ForestComparison;
import org.meent.models.frame.Frame;
import org.meent.protocols.AnalysisPlan.Method;

/** A causal forest, as {@code fit} grows it. */
record ForestFit(ForestComparison comparison) implements AdjustedFit {
  @Override
  public Method method() {
    return Method.CAUSAL_FOREST;
  }

  @Override
  public Frame frame() {
    return comparison.fit().frame();
  }

  @Override
  public double[] propensity() {
    return comparison.fit().propensity();
  }

  @Override
  public List<OverlapVerdict> verdicts() {
    return comparison.verdicts();
  }

  @Override
  public EffectEstimate estimate(Estimand estimand, String group, boolean @Nullable [] in) {
    return comparison.estimate(estimand, group, in);
  }

  @Override
  public double[] influence(Estimand estimand, boolean @Nullable [] in) {
    return comparison.influence(estimand, in);
  }

  @Override
  public EffectChecks checks(
      List<Balance> balance,
      EffectEstimate shown,
      ContextChecks context,
      Optional<double[]> control) {
    ArmChecks checks = comparison.checks(balance, shown, context, control);
    boolean everybody = verdicts().get(Estimand.ATE.ordinal()).carried();
    return new EffectChecks(
        method().label(),
        checks.gates(),
        Optional.of(Differences.of(comparison, checks, everybody)));
  }
}
