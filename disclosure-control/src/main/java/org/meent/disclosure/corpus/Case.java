// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.List;
import java.util.Map;
import org.meent.disclosure.measure.Recipe;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.rule.RuleSet;

/**
 * Outputs that are asked out together, and who attacks them.
 *
 * @param request the outputs
 * @param attack the attack, which knows the truth only to tell whether it was right
 * @param careless figures that somebody without a gate would print, and that the gate can show
 *     under no rules at all
 * @param recipes by output, what it asked of its records, for repairs that compute it again
 */
record Case(
    List<StatisticalOutput> request,
    Attack attack,
    Map<Printed.Place, Double> careless,
    Map<String, Recipe> recipes) {
  Case {
    request = List.copyOf(request);
    careless = Map.copyOf(careless);
    recipes = Map.copyOf(recipes);
  }

  /** Outputs that can be repaired only as they stand. */
  Case(List<StatisticalOutput> request, Attack attack, Map<Printed.Place, Double> careless) {
    this(request, attack, careless, Map.of());
  }

  /** Outputs of which everything can be shown. */
  Case(List<StatisticalOutput> request, Attack attack) {
    this(request, attack, Map.of());
  }

  /** Fewest people behind a figure. */
  static long minimum(RuleSet rules) {
    return rules.limit(RuleSet.MINIMUM_UNITS).whole();
  }
}
