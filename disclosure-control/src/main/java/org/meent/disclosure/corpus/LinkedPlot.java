// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.List;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/**
 * Two tables of the same people: one by region and work, one by region alone of those who work,
 * named as a population of its own. Who does not work follows by subtraction.
 */
final class LinkedPlot implements Plot {
  @Override
  public String name() {
    return "frequency: linked tables";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    Dimension region = Crowd.variable("region", 2 + random.nextInt(3));
    Crowd crowd = new Crowd(List.of(region, Crowd.variable("home", 2)));
    boolean careless = random.nextInt(2) == 0;
    for (int i = 0; i < region.categories().size(); i++) {
      for (int j = 0; j < 2; j++) {
        int works = 14 + random.nextInt(40);
        int idle =
            careless && random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 13 + random.nextInt(30);
        for (int n = 0; n < works + idle; n++) {
          crowd.add(List.of(i, j), n < works, Crowd.income(random));
        }
      }
    }
    FrequencyTable some = crowd.counts("o2", crowd.inner(), 0, 1);
    FrequencyTable merged =
        new FrequencyTable(
            "o2",
            "o2",
            some.population(),
            Crowd.UNIT,
            region,
            new Dimension("everybody", "everybody", List.of("all")),
            new Evidence.Counts(
                some.evidence().units().stream()
                    .map(row -> List.of(row.stream().mapToLong(Long::longValue).sum()))
                    .toList(),
                Evidence.Zeros.SAFE));
    CountAttack attack =
        new CountAttack(crowd, Case.minimum(rules))
            .readsTable("o1", crowd, 0, 1, false, Crowd.UNIT);
    for (int i = 0; i <= region.categories().size(); i++) {
      int at = i;
      attack.reads(
          new Printed.Place("o2", List.of(Tables.code(region, i), Dimension.TOTAL), Crowd.UNIT),
          person -> person.inner() && Tables.in(region, at, person.codes().getFirst()));
    }
    return new Case(List.of(crowd.counts("o1", crowd.all(), 0, 1), merged), attack);
  }
}
