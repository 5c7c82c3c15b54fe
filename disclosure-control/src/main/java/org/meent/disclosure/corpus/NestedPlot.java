// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** The same table for everybody and for some of them: subtracting them leaves few, or many. */
final class NestedPlot implements Plot {
  @Override
  public String name() {
    return "frequency: nested populations";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    Crowd crowd =
        new Crowd(
            List.of(Crowd.variable("region", 2 + random.nextInt(3)), Crowd.variable("work", 2)));
    boolean careless = random.nextInt(2) == 0;
    List<int[]> outside = new ArrayList<>();
    for (int i = 0; i < crowd.variables().getFirst().categories().size(); i++) {
      for (int j = 0; j < 2; j++) {
        people(random, crowd, List.of(i, j), true, 15 + random.nextInt(40));
        outside.add(new int[] {i, j});
      }
    }
    for (int[] cell : outside) {
      int people =
          careless && random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 12 + random.nextInt(30);
      people(random, crowd, List.of(cell[0], cell[1]), false, people);
    }
    return new Case(
        List.of(crowd.counts("o1", crowd.all(), 0, 1), crowd.counts("o2", crowd.inner(), 0, 1)),
        new CountAttack(crowd, Case.minimum(rules))
            .readsTable("o1", crowd, 0, 1, false, Crowd.UNIT)
            .readsTable("o2", crowd, 0, 1, true, Crowd.UNIT));
  }

  private static void people(
      RandomStream random, Crowd crowd, List<Integer> codes, boolean inner, int number) {
    for (int n = 0; n < number; n++) {
      crowd.add(codes, inner, Crowd.income(random));
    }
  }
}
