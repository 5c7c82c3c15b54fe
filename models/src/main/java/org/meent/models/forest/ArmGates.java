// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.models.check.Criteria;
import org.meent.models.check.Criterion;
import org.meent.models.check.GateResult;
import org.meent.models.check.NegativeControl;
import org.meent.models.check.PlaceboTreatment;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.frame.Frame;
import org.meent.models.sensitivity.ObservedStrength;

/** The verdicts that follow from what was measured, each by a number of the criteria file. */
final class ArmGates {
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

  ArmGates balance(double worst) {
    return atMost("balance", Criterion.LARGEST_STANDARDISED_DIFFERENCE, worst);
  }

  ArmGates clusters(Frame pair) {
    if (!pair.clustered() && pair.crossingCount() == 0) {
      gates.add(GateResult.notRun("clusters", Criterion.CLUSTERS.id()));
      return this;
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
      gates.add(GateResult.notRun("omitted-variable", "robustness-value"));
      gates.add(GateResult.notRun("e-value", Criterion.E_VALUE_OF_LIMIT.id()));
      return this;
    }
    double strongest = observed.stream().mapToDouble(ObservedStrength::weaker).max().orElse(0);
    gates.add(GateResult.atLeast("omitted-variable", "robustness-value", toZero, strongest));
    return atLeast("e-value", Criterion.E_VALUE_OF_LIMIT, eValue);
  }

  ArmGates heterogeneity(double p) {
    return atMost("heterogeneity", Criterion.NO_BETTER_THAN_ONE_EFFECT_P, p);
  }

  ArmGates context(ContextChecks context) {
    gates.addAll(context.gates(criteria));
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
