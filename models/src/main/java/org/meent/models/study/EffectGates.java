// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.meent.models.check.Anticipation;
import org.meent.models.check.Balance;
import org.meent.models.check.Criteria;
import org.meent.models.check.Criterion;
import org.meent.models.check.DeclaredBreaks;
import org.meent.models.check.ExactStrata;
import org.meent.models.check.NegativeControl;
import org.meent.models.check.UnderRegistration;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.Centred;
import org.meent.models.forest.ContextChecks;
import org.meent.models.forest.PairChecks;
import org.meent.models.frame.Frame;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.GatePlan;
import org.meent.protocols.Protocol;

/** The gates of a planned effect, as far as the protocol and the cohort tell what they need. */
final class EffectGates {
  private final Protocol protocol;
  private final EffectSample sample;
  private final Criteria criteria;
  private final GatePlan plan;

  EffectGates(Protocol protocol, EffectSample sample, Criteria criteria) {
    this.protocol = protocol;
    this.sample = sample;
    this.criteria = criteria;
    this.plan = sample.plan().gates();
  }

  /** By a method that adjusts. */
  EffectChecks of(AdjustedFit fit, EffectEstimate shown) {
    List<Balance> balance = Balance.of(fit.frame(), fit.propensity(), shown.estimand());
    return fit.checks(balance, shown, context(), control(fit.frame()));
  }

  /** By the plain comparison: nothing is predicted, and arms are compared as they stand. */
  EffectChecks ofMeans(Frame frame, EffectEstimate shown) {
    Centred rows = Centred.onMeans(frame);
    Optional<NegativeControl> control =
        control(frame).map(values -> onMeans(frame, rows.propensity(), values));
    PairChecks checks =
        PairChecks.of(
            rows,
            Balance.of(frame, rows.propensity(), Estimand.ATE),
            shown,
            control,
            context(),
            OptionalDouble.empty(),
            criteria,
            protocol.analysis().seed());
    return new EffectChecks(Method.DIFFERENCE_IN_MEANS.label(), checks.gates(), Optional.empty());
  }

  /** Where no method gave an answer. */
  EffectChecks notRun(Optional<DetectableEffect> power) {
    return new EffectChecks("", PairChecks.notRun(power, context(), criteria), Optional.empty());
  }

  private static NegativeControl onMeans(Frame frame, double[] propensity, double[] control) {
    double[] weights = frame.weights();
    double total = 0;
    double mean = 0;
    for (int i = 0; i < control.length; i++) {
      total += weights[i];
      mean += weights[i] * control[i];
    }
    double[] predicted = new double[control.length];
    java.util.Arrays.fill(predicted, mean / total);
    return NegativeControl.of(frame, propensity, control, predicted);
  }

  private Optional<double[]> control(Frame frame) {
    if (plan.negativeControl().isEmpty()) {
      return Optional.empty();
    }
    double[] values = sample.numbersOf(plan.negativeControl());
    return Optional.of(
        IntStream.range(0, frame.rows()).mapToDouble(k -> values[frame.inputRow(k)]).toArray());
  }

  private ContextChecks context() {
    Optional<ExactStrata> strata =
        plan.within().isEmpty()
            ? Optional.empty()
            : EffectSample.unstratified(sample.cohort(), sample.plan(), sample.outcome()).strata();
    return new ContextChecks(strata, breaks(), anticipation(), registration());
  }

  /** An outcome without a time says nothing of when it was measured. */
  private Optional<DeclaredBreaks> breaks() {
    OptionalInt months = protocol.cohort().knownAfter(sample.outcome());
    return sample.units().isEmpty() || months.isEmpty()
        ? Optional.empty()
        : Optional.of(DeclaredBreaks.of(sample.starts(), months.getAsInt(), criteria.breaks()));
  }

  /** Who of the treated had something above zero that begins within a month. */
  private Optional<Anticipation> anticipation() {
    if (plan.anticipation().isEmpty()) {
      return Optional.empty();
    }
    double[] soon = sample.numbersOf(plan.anticipation());
    int[] side = sample.side();
    long treated = IntStream.of(side).filter(arm -> arm == 1).count();
    long early = IntStream.range(0, side.length).filter(k -> side[k] == 1 && soon[k] > 0).count();
    return Optional.of(
        new Anticipation(
            (double) early / Math.max(1, treated), (int) criteria.of(Criterion.ANTICIPATION_DAYS)));
  }

  private Optional<UnderRegistration> registration() {
    return plan.recordedBy().isEmpty() || sample.units().isEmpty()
        ? Optional.empty()
        : Optional.of(
            UnderRegistration.of(
                sample.side(),
                sample.codesOf(plan.recordedBy()),
                criteria.of(Criterion.REGISTERED_RATIO)));
  }
}
