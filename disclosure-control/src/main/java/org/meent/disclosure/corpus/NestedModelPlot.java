// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** The same regression on everybody and on all but few, or but many, of one region. */
final class NestedModelPlot implements Plot {
  private static final String ALL = "o1";
  private static final String REST = "o2";
  private static final int REGIONS = 3;
  private static final double NEAR = 0.05;

  @Override
  public String name() {
    return "regression: nested models";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    int omitted = random.nextInt(2) == 0 ? 1 + random.nextInt(3) : 15 + random.nextInt(10);
    Dimension region = Crowd.variable("region", REGIONS);
    Crowd crowd = new Crowd(List.of(region));
    Crowd rest = new Crowd(List.of(region));
    for (int i = 0; i < REGIONS; i++) {
      int people = 40 + random.nextInt(60);
      for (int n = 0; n < people; n++) {
        boolean inner = i != 1 || n >= omitted;
        long amount = Crowd.income(random);
        crowd.add(List.of(i), inner, amount);
        if (inner) {
          rest.add(List.of(i), true, amount);
        }
      }
    }
    RegressionTable all = DummyPlot.table(ALL, crowd, region, crowd.all());
    RegressionTable some = DummyPlot.table(REST, rest, region, crowd.inner());
    return new Case(
        List.of(all, some), printed -> leaks(printed, crowd, region, Case.minimum(rules)));
  }

  /** The amounts of those left out: what the fitted means add up to in one and not in the other. */
  private static boolean leaks(Printed printed, Crowd crowd, Dimension region, long minimum) {
    String term = DummyPlot.name(region, 1);
    List<Double> sums = new ArrayList<>();
    List<Double> people = new ArrayList<>();
    for (String output : List.of(ALL, REST)) {
      OptionalDouble intercept = printed.at(place(output, "intercept", "coefficient"));
      OptionalDouble other = printed.at(place(output, term, "coefficient"));
      OptionalDouble units = printed.at(place(output, term, "units"));
      if (intercept.isEmpty() || other.isEmpty() || units.isEmpty()) {
        return false;
      }
      sums.add((intercept.getAsDouble() + other.getAsDouble()) * units.getAsDouble());
      people.add(units.getAsDouble());
    }
    double out = people.getFirst() - people.getLast();
    double truth =
        crowd.persons().stream()
                .filter(person -> !person.inner())
                .mapToLong(Crowd.Person::amount)
                .sum()
            / 100.0;
    double found = sums.getFirst() - sums.getLast();
    return out > 0 && out < minimum && Math.abs(found / truth - 1) < NEAR;
  }

  private static Printed.Place place(String output, String term, String heading) {
    return new Printed.Place(output, List.of(term), heading);
  }
}
