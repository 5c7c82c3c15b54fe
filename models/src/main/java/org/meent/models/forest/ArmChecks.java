// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.meent.models.check.Balance;
import org.meent.models.check.Criteria;
import org.meent.models.check.GateResult;
import org.meent.models.check.GateResult.Verdict;
import org.meent.models.check.NegativeControl;
import org.meent.models.check.PlaceboTreatment;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.heterogeneity.BaselineComparison;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.models.sensitivity.EValue;
import org.meent.models.sensitivity.ObservedStrength;
import org.meent.models.sensitivity.RobustnessValue;

/**
 * What stands between the figures of an arm and an answer, overlap apart.
 *
 * @param pair what is asked of every comparison
 * @param calibration whether the effects hold out of bag
 * @param baseline effects per person against one effect for everybody
 */
public record ArmChecks(PairChecks pair, Calibration calibration, BaselineComparison baseline) {

  /** The smallest difference these rows could show. */
  public DetectableEffect power() {
    return pair.power();
  }

  /** Tests of a treatment that nobody got. */
  public PlaceboTreatment placebo() {
    return pair.placebo();
  }

  /** The negative control outcome, if one was named. */
  public Optional<NegativeControl> control() {
    return pair.control();
  }

  /** How strongly each covariate is tied to treatment and outcome. */
  public List<ObservedStrength> observed() {
    return pair.observed();
  }

  /** What an omitted variable would have to explain. */
  public RobustnessValue robustness() {
    return pair.robustness();
  }

  /** The same on the scale of risk ratios. */
  public EValue explained() {
    return pair.explained();
  }

  /** What when and where rows were says. */
  public ContextChecks context() {
    return pair.context();
  }

  /** The verdicts that follow. */
  public List<GateResult> gates() {
    return pair.gates();
  }

  /** Whether differences between people may be spoken of. */
  public boolean patternFound() {
    return gates().stream()
        .anyMatch(g -> g.gate().equals("heterogeneity") && g.verdict() == Verdict.PASSED);
  }

  /** Runs all checks of a fit, for the estimate that is shown first. */
  static ArmChecks of(
      CausalFit fit,
      List<Balance> balance,
      EffectEstimate shown,
      Optional<NegativeControl> control,
      ContextChecks context,
      Criteria criteria,
      long seed) {
    Centred rows = fit.centred();
    Calibration calibration = Calibration.of(fit);
    BaselineComparison baseline =
        BaselineComparison.of(
            fit.frame(), fit.effects().effect(), rows.outcome(), rows.treatment());
    OptionalDouble differences = OptionalDouble.of(Math.max(calibration.p(), baseline.p()));
    PairChecks pair =
        PairChecks.of(rows, balance, shown, control, context, differences, criteria, seed);
    return new ArmChecks(pair, calibration, baseline);
  }
}
