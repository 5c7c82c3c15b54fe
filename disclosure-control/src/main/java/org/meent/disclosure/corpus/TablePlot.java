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
    Crowd crowd = Crowd.byRegion(random, 4, 3);
    return new Case(
        List.of(crowd.counts("o1", crowd.all(), 0, 1)),
        new CountAttack(crowd, Case.minimum(rules))
            .readsTable("o1", crowd, 0, 1, false, Crowd.UNIT));
  }
}
