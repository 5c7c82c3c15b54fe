// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.List;
import java.util.Optional;
import org.meent.models.survival.ExitCurves;

/**
 * What a fit was asked beyond its averages, and the answers.
 *
 * @param exits curves of each arm against the reference; empty if not asked
 * @param policy the rule; empty if not asked
 * @param arms for whom the result of each arm holds
 */
public record FurtherAnswers(
    List<ExitCurves> exits, Optional<PolicyAnswer> policy, List<ArmReach> arms) {

  /** Copies the lists. */
  public FurtherAnswers {
    exits = List.copyOf(exits);
    arms = List.copyOf(arms);
  }
}
