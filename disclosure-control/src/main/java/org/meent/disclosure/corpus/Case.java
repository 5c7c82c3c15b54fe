// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.List;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.rule.RuleSet;

/**
 * Outputs that are asked out together, and who attacks them.
 *
 * @param request the outputs
 * @param attack the attack, which knows the truth only to tell whether it was right
 */
record Case(List<StatisticalOutput> request, Attack attack) {
  Case {
    request = List.copyOf(request);
  }

  /** Fewest people behind a figure. */
  static long minimum(RuleSet rules) {
    return rules.limit(RuleSet.MINIMUM_UNITS).whole();
  }
}
