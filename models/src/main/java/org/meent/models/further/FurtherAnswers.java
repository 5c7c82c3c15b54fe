// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.List;
import java.util.Optional;
import org.meent.models.mechanism.MechanismAnswer;
import org.meent.models.survival.ExitCurves;

/**
 * What a fit was asked beyond its averages, and the answers.
 *
 * @param exits curves of each arm against the reference; empty if not asked
 * @param policy the rule; empty if not asked
 * @param arms for whom the result of each arm holds
 * @param mechanisms what goes through declared mechanisms; empty if not asked
 */
public record FurtherAnswers(
    List<ExitCurves> exits,
    Optional<PolicyAnswer> policy,
    List<ArmReach> arms,
    List<MechanismAnswer> mechanisms) {

  /** Copies the lists. */
  public FurtherAnswers {
    exits = List.copyOf(exits);
    arms = List.copyOf(arms);
    mechanisms = List.copyOf(mechanisms);
  }

  /** Answers in which no mechanism was asked. */
  public FurtherAnswers(
      List<ExitCurves> exits, Optional<PolicyAnswer> policy, List<ArmReach> arms) {
    this(exits, policy, arms, List.of());
  }

  /** Nothing was asked. */
  public static FurtherAnswers none() {
    return new FurtherAnswers(List.of(), Optional.empty(), List.of());
  }

  /** The same with what goes through mechanisms. */
  public FurtherAnswers withMechanisms(List<MechanismAnswer> found) {
    return new FurtherAnswers(exits, policy, arms, found);
  }
}
