// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.List;
import java.util.Optional;
import org.meent.models.check.GateResult;

/**
 * What stands between the figures of a planned effect and an answer, overlap apart.
 *
 * @param method the method whose predictions the gates look at; empty if none gave an answer
 * @param gates every gate with its verdict; what did not run says so
 * @param differences along what effects differ, where a causal forest was planned and answered
 */
public record EffectChecks(
    String method, List<GateResult> gates, Optional<Differences> differences) {

  /** Copies the gates. */
  public EffectChecks {
    gates = List.copyOf(gates);
  }

  /** Nothing was looked at. */
  static EffectChecks none() {
    return new EffectChecks("", List.of(), Optional.empty());
  }
}
