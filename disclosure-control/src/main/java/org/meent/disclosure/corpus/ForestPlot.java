// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.List;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.ForestSummary;
import org.meent.disclosure.output.ForestSummary.Importance;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** Importances of covariates: no attack on them is known, so these score false alarms only. */
final class ForestPlot implements Plot {
  @Override
  public String name() {
    return "forest: importances";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    ForestSummary forest =
        new ForestSummary(
            "o1",
            "o1",
            new Population("all", "all", 200 + random.nextInt(800)),
            "income (euros)",
            List.of(
                new Importance("age", random.nextDouble()),
                new Importance("distance", random.nextDouble())),
            new Evidence.Leaves(500, 10 + random.nextInt(20)));
    return new Case(List.of(forest), printed -> false);
  }
}
