// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.meent.models.check.Balance;
import org.meent.models.check.Criteria;
import org.meent.models.check.Criterion;
import org.meent.models.check.GateResult;
import org.meent.models.check.NegativeControl;
import org.meent.models.check.PlaceboTreatment;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.frame.Frame;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.models.sensitivity.ObservedStrength;

/** The verdicts that follow from what was measured, each by a number of the criteria file. */
final class ArmGates {
  private static final String ROBUSTNESS = "robustness-value";

  private final Criteria criteria;
  private final List<GateResult> gates = new ArrayList<>();

  ArmGates(Criteria criteria) {
    this.criteria = criteria;
  }

  List<GateResult> gates() {
    return List.copyOf(gates);
  }

  ArmGates power(double standardised) {
    return atMost("power", Criterion.DETECTABLE_EFFECT_IN_SD, standardised);
  }

  /** Without covariates there is nothing in which the arms were compared. */
  ArmGates balance(List<Balance> lines) {
    return lines.isEmpty()
        ? notRun("balance", Criterion.LARGEST_STANDARDISED_DIFFERENCE.id())
        : atMost("balance", Criterion.LARGEST_STANDARDISED_DIFFERENCE, Balance.worstAfter(lines));
  }

  ArmGates clusters(Frame pair) {
    if (!pair.clustered() && pair.crossingCount() == 0) {
      return notRun("clusters", Criterion.CLUSTERS.id());
    }
    int count =
        pair.crossingCount() == 0
            ? pair.clusterCount()
            : Math.min(pair.clusterCount(), pair.crossingCount());
    return atLeast("clusters", Criterion.CLUSTERS, count);
  }

  ArmGates placebo(PlaceboTreatment placebo, Optional<NegativeControl> control) {
    gates.add(placebo.gate(criteria));
    gates.add(
        control
            .map(found -> found.gate(criteria))
            .orElse(GateResult.notRun("negative-control", Criterion.NEGATIVE_CONTROL_P.id())));
    return this;
  }

  /** Asked only of an interval that leaves zero out. */
  ArmGates sensitivity(
      EffectEstimate shown, double toZero, List<ObservedStrength> observed, double eValue) {
    if (shown.lower() <= 0 && shown.upper() >= 0) {
      return notRun("omitted-variable", ROBUSTNESS)
          .notRun("e-value", Criterion.E_VALUE_OF_LIMIT.id());
    }
    OptionalDouble strongest = observed.stream().mapToDouble(ObservedStrength::weaker).max();
    gates.add(
        strongest.isPresent()
            ? GateResult.atLeast("omitted-variable", ROBUSTNESS, toZero, strongest.getAsDouble())
            : GateResult.notRun("omitted-variable", ROBUSTNESS));
    return atLeast("e-value", Criterion.E_VALUE_OF_LIMIT, eValue);
  }

  ArmGates heterogeneity(OptionalDouble p) {
    return p.isPresent()
        ? atMost("heterogeneity", Criterion.NO_BETTER_THAN_ONE_EFFECT_P, p.getAsDouble())
        : notRun("heterogeneity", Criterion.NO_BETTER_THAN_ONE_EFFECT_P.id());
  }

  ArmGates context(ContextChecks context) {
    gates.addAll(context.gates(criteria));
    return this;
  }

  /** What can be said of a comparison that was refused. */
  static List<GateResult> notRun(
      Optional<DetectableEffect> power, ContextChecks context, Criteria criteria) {
    ArmGates gates = new ArmGates(criteria);
    power.ifPresentOrElse(
        found -> gates.power(found.standardised()),
        () -> gates.notRun("power", Criterion.DETECTABLE_EFFECT_IN_SD.id()));
    return gates
        .notRun("balance", Criterion.LARGEST_STANDARDISED_DIFFERENCE.id())
        .notRun("clusters", Criterion.CLUSTERS.id())
        .notRun("placebo-treatment", "placebo-rejections")
        .notRun("negative-control", Criterion.NEGATIVE_CONTROL_P.id())
        .notRun("omitted-variable", ROBUSTNESS)
        .notRun("e-value", Criterion.E_VALUE_OF_LIMIT.id())
        .heterogeneity(OptionalDouble.empty())
        .context(context)
        .gates();
  }

  private ArmGates notRun(String gate, String criterion) {
    gates.add(GateResult.notRun(gate, criterion));
    return this;
  }

  private ArmGates atMost(String gate, Criterion criterion, double measured) {
    gates.add(GateResult.atMost(gate, criterion.id(), measured, criteria.of(criterion)));
    return this;
  }

  private ArmGates atLeast(String gate, Criterion criterion, double measured) {
    gates.add(GateResult.atLeast(gate, criterion.id(), measured, criteria.of(criterion)));
    return this;
  }
}
