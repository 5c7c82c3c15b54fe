// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.meent.models.check.Balance;
import org.meent.models.check.Criteria;
import org.meent.models.check.GateResult;
import org.meent.models.check.NegativeControl;
import org.meent.models.check.PlaceboTreatment;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.frame.Frame;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.models.sensitivity.EValue;
import org.meent.models.sensitivity.ObservedStrength;
import org.meent.models.sensitivity.RobustnessValue;

/**
 * What stands between a comparison of two arms and an answer, overlap apart, however outcome and
 * treatment were predicted.
 *
 * @param power the smallest difference these rows could show
 * @param placebo tests of a treatment that nobody got
 * @param control the negative control outcome, if one was named
 * @param observed how strongly each covariate is tied to treatment and outcome
 * @param robustness what an omitted variable would have to explain
 * @param explained the same on the scale of risk ratios
 * @param context what when and where rows were says
 * @param gates the verdicts that follow
 */
public record PairChecks(
    DetectableEffect power,
    PlaceboTreatment placebo,
    Optional<NegativeControl> control,
    List<ObservedStrength> observed,
    RobustnessValue robustness,
    EValue explained,
    ContextChecks context,
    List<GateResult> gates) {

  /** Copies the lists. */
  public PairChecks {
    observed = List.copyOf(observed);
    gates = List.copyOf(gates);
  }

  /**
   * Runs all checks for the estimate that is shown first.
   *
   * @param differences p-value that differences between people hold nothing; empty if that was not
   *     looked at
   */
  public static PairChecks of(
      Centred rows,
      List<Balance> balance,
      EffectEstimate shown,
      Optional<NegativeControl> control,
      ContextChecks context,
      OptionalDouble differences,
      Criteria criteria,
      long seed) {
    Frame pair = rows.pair();
    DetectableEffect power = DetectableEffect.of(pair);
    PlaceboTreatment placebo =
        PlaceboTreatment.of(
            pair, rows.propensity(), rows.outcome(), PlaceboTreatment.SHUFFLES, seed);
    List<ObservedStrength> observed =
        pair.names().isEmpty() ? List.of() : ObservedStrength.of(pair);
    RobustnessValue robustness = robustness(pair, rows.outcome(), rows.treatment());
    EValue explained = explained(pair, shown);
    List<GateResult> gates =
        new ArmGates(criteria)
            .power(power.standardised())
            .balance(balance)
            .clusters(pair)
            .placebo(placebo, control)
            .sensitivity(shown, robustness.toZero(), observed, explained.limit())
            .heterogeneity(differences)
            .context(context)
            .gates();
    return new PairChecks(power, placebo, control, observed, robustness, explained, context, gates);
  }

  /**
   * The verdicts on a comparison that was refused: what can be said before fitting, and that the
   * rest did not run.
   */
  public static List<GateResult> notRun(
      Optional<DetectableEffect> power, ContextChecks context, Criteria criteria) {
    return ArmGates.notRun(power, context, criteria);
  }

  /** From the partial correlation of what is left of outcome and treatment. */
  private static RobustnessValue robustness(Frame pair, double[] outcome, double[] treatment) {
    double[] weights = pair.weights();
    double cross = 0;
    double squareY = 0;
    double squareW = 0;
    for (int i = 0; i < weights.length; i++) {
      cross += weights[i] * outcome[i] * treatment[i];
      squareY += weights[i] * outcome[i] * outcome[i];
      squareW += weights[i] * treatment[i] * treatment[i];
    }
    double shared = cross * cross / (squareY * squareW);
    double free = weights.length - 2.0;
    return RobustnessValue.of(StrictMath.sqrt(shared / (1 - shared) * free), free);
  }

  /** As a risk ratio where the outcome is 0 or 1, otherwise in standard deviations. */
  private static EValue explained(Frame pair, EffectEstimate shown) {
    double[] y = pair.outcome();
    int[] arm = pair.treatment();
    double[] weights = pair.weights();
    double total = 0;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < y.length; i++) {
      double mass = arm[i] == 0 ? weights[i] : 0;
      total += mass;
      mean += mass * y[i];
      square += mass * y[i] * y[i];
    }
    mean /= total;
    boolean yesOrNo = Arrays.stream(y).allMatch(v -> v == 0 || v == 1);
    if (yesOrNo && mean > 0) {
      double base = mean;
      double least = 1e-6;
      return EValue.ofRiskRatio(
          Math.max(least, (base + shown.value()) / base),
          Math.max(least, (base + shown.lower()) / base),
          Math.max(least, (base + shown.upper()) / base));
    }
    double spread = StrictMath.sqrt(square / total - mean * mean);
    return EValue.ofDifference(shown.value(), shown.lower(), shown.upper(), spread);
  }
}
