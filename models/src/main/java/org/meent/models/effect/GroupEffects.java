// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.List;
import org.meent.protocols.refusal.Refusal;

/**
 * Effects by group, and the groups that could not carry one.
 *
 * @param estimates one per group with enough rows
 * @param refusals one per group with too few
 */
public record GroupEffects(List<EffectEstimate> estimates, List<Refusal> refusals) {

  /** Copies both. */
  public GroupEffects {
    estimates = List.copyOf(estimates);
    refusals = List.copyOf(refusals);
  }
}
