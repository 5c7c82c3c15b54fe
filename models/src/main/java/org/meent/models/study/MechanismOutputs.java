// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.Objects;
import org.meent.disclosure.output.EstimateTable;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.MechanismPlan;
import org.meent.protocols.Protocol;

/** A planned mechanism as an output: three estimates, or why there are none. */
final class MechanismOutputs {
  private MechanismOutputs() {}

  static EstimateTable parts(
      String id, Protocol protocol, MechanismFinding finding, PlannedOutputs outputs) {
    EffectResult values = finding.values();
    MechanismPlan plan =
        Objects.requireNonNull(protocol.analysis().further().mechanisms().get(values.effect()));
    Effect effect = Objects.requireNonNull(protocol.analysis().effects().get(plan.effect()));
    String outcome = outputs.label(effect.outcome());
    String title =
        "Effect of %s against %s on %s, split by %s: a mechanism under assumptions, never a reason"
            + " proven%s";
    return new EstimateTable(
        id,
        title.formatted(
            effect.arm(),
            effect.reference(),
            outcome,
            outputs.label(plan.mediator()),
            outputs.untraced(effect.covariates())),
        outputs.among(plan.effect(), effect, values.persons()),
        outcome,
        EstimateTable.ARM,
        values.rows());
  }
}
