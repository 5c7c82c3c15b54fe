// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.protect.PrimaryRule;
import org.meent.disclosure.rule.Limit;
import org.meent.disclosure.rule.RuleSet;

/** The limits of a rule set that make single cells sensitive. */
public final class RuleSetRules {
  private static final String DOMINANCE = "dominance-[1-9]-share";

  private RuleSetRules() {}

  /**
   * The rules, by the ids of their limits in ascending order.
   *
   * @param measured whether the table holds amounts; a table of counts knows only a minimum
   */
  public static List<PrimaryRule> of(RuleSet set, boolean measured) {
    List<PrimaryRule> rules = new ArrayList<>();
    limits(set, measured).forEach(limit -> rules.add(rule(limit)));
    return rules;
  }

  /** The limits that these rules come from, in the same order. */
  public static List<Limit> limits(RuleSet set, boolean measured) {
    return set.limits().values().stream()
        .filter(
            limit ->
                limit.id().equals(RuleSet.MINIMUM_UNITS)
                    || (measured
                        && (limit.id().equals(RuleSet.P_PERCENT) || limit.id().matches(DOMINANCE))))
        .toList();
  }

  private static PrimaryRule rule(Limit limit) {
    if (limit.id().equals(RuleSet.MINIMUM_UNITS)) {
      return new PrimaryRule.Threshold(Math.toIntExact(limit.whole()));
    }
    if (limit.id().equals(RuleSet.P_PERCENT)) {
      return new PrimaryRule.PPercent(limit.value().movePointRight(2));
    }
    int n = limit.id().charAt("dominance-".length()) - '0';
    return new PrimaryRule.Dominance(n, limit.value().movePointRight(2));
  }
}
