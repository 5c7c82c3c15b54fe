// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meent.models.check.Balance;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.ContextChecks;
import org.meent.models.frame.Frame;
import org.meent.protocols.AnalysisPlan.Method;

/** A comparison of two arms adjusted for covariates, whatever learned it. */
interface AdjustedFit {
  Method method();

  /** The rows of both arms. */
  Frame frame();

  /** Probability of the arm of interest. */
  double[] propensity();

  /** Overlap, per estimand. */
  List<OverlapVerdict> verdicts();

  /** The average effect over the rows that are in. */
  EffectEstimate estimate(Estimand estimand, String group, boolean @Nullable [] in);

  /** The influence of each row on it. */
  double[] influence(Estimand estimand, boolean @Nullable [] in);

  /** All checks, for the estimate that is shown first. */
  EffectChecks checks(
      List<Balance> balance,
      EffectEstimate shown,
      ContextChecks context,
      Optional<double[]> control);
}
