// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import org.meent.disclosure.rule.RuleSet;
import org.meent.models.check.OverlapLimits;

/** The limits of overlap, as the rule set fixes them before any result is seen. */
public final class OverlapRules {
  private OverlapRules() {}

  /**
   * The four limits of a rule set.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the rule set lacks one
   */
  public static OverlapLimits of(RuleSet rules) {
    return new OverlapLimits(
        rules.limit(RuleSet.OVERLAP_ALPHA).asDouble(),
        rules.limit(RuleSet.OVERLAP_OUTSIDE).asDouble(),
        rules.limit(RuleSet.OVERLAP_EFFECTIVE).asDouble(),
        rules.limit(RuleSet.OVERLAP_LARGEST).asDouble());
  }
}
