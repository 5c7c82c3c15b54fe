// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.List;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** One table of counts: a small cell, or none. */
final class TablePlot implements Plot {
  @Override
  public String name() {
    return "frequency: small cells";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    double few = random.nextInt(2) * (0.05 + 0.2 * random.nextDouble());
    Crowd crowd =
        Crowd.drawn(
            random,
            Crowd.variable("region", 2 + random.nextInt(4)),
            Crowd.variable("work", 2 + random.nextInt(3)),
            few);
    return new Case(
        List.of(crowd.counts("o1", crowd.all(), 0, 1)),
        new CountAttack(crowd, Case.minimum(rules))
            .readsTable("o1", crowd, 0, 1, false, Crowd.UNIT));
  }
}
