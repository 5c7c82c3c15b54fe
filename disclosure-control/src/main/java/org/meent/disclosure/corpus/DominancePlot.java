// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.List;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** Means of many people, in which one carries most of a cell, or none does. */
final class DominancePlot implements Plot {
  @Override
  public String name() {
    return "magnitude: dominance";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    Dimension region = Crowd.variable("region", 2 + random.nextInt(3));
    Dimension work = Crowd.variable("work", 2);
    Crowd crowd = new Crowd(List.of(region, work));
    boolean rich = random.nextInt(2) == 0;
    int cell = random.nextInt(region.categories().size() * 2);
    for (int i = 0; i < region.categories().size(); i++) {
      for (int j = 0; j < 2; j++) {
        int people = 12 + random.nextInt(20);
        long sum = 0;
        for (int n = 1; n < people; n++) {
          long income = Crowd.income(random);
          sum += income;
          crowd.add(List.of(i, j), false, income);
        }
        boolean giant = rich && cell == i * 2 + j;
        long last = giant ? (long) (sum * (1.2 + 8 * random.nextDouble())) : Crowd.income(random);
        crowd.add(List.of(i, j), false, last);
      }
    }
    return new Case(
        List.of(crowd.means("o1", crowd.all(), 0, 1)), new AmountAttack("o1", crowd, 0, 1, rules));
  }
}
