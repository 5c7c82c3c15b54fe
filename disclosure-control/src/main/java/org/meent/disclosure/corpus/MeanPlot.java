// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.List;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** Means of few people, or of many. */
final class MeanPlot implements Plot {
  @Override
  public String name() {
    return "magnitude: few contributors";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    Crowd crowd = Crowd.byRegion(random, 3, 2);
    return new Case(
        List.of(crowd.means("o1", crowd.all(), 0, 1)),
        new CountAttack(crowd, Case.minimum(rules))
            .readsTable("o1", crowd, 0, 1, false, "units")
            .or(new AmountAttack("o1", crowd, 0, 1, rules)));
  }
}
