// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.ModelForm;
import org.meent.disclosure.measure.RegressionRecipe;
import org.meent.disclosure.measure.TermSpec;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.Term;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/**
 * A linear regression on dummies of regions: one for a single record, one of few, or all of many.
 */
final class DummyPlot implements Plot {
  private static final String OUTPUT = "o1";
  private static final String INTERCEPT = "intercept";

  @Override
  public String name() {
    return "regression: dummies of few";
  }

  @Override
  public Case draw(RandomStream random, RuleSet rules) {
    int regions = 2 + random.nextInt(4);
    int small = random.nextInt(2) == 0 ? -1 : random.nextInt(regions);
    Dimension region = Crowd.variable("region", regions);
    Crowd crowd = new Crowd(List.of(region));
    for (int i = 0; i < regions; i++) {
      int people = i == small ? 1 + random.nextInt(9) : 14 + random.nextInt(60);
      for (int n = 0; n < people; n++) {
        crowd.add(List.of(i), false, Crowd.income(random));
      }
    }
    CountAttack counts = new CountAttack(crowd, Case.minimum(rules));
    counts.reads(Printed.everybody(OUTPUT), person -> true);
    for (int i = 1; i < regions; i++) {
      int at = i;
      counts.reads(
          new Printed.Place(OUTPUT, List.of(name(region, i)), "units"),
          person -> person.codes().getFirst() == at);
    }
    return new Case(
        List.of(table(OUTPUT, crowd, region, crowd.all())),
        counts.or(printed -> value(printed, crowd, region)),
        Map.of(),
        Map.of(OUTPUT, recipe(crowd, region)));
  }

  static String name(Dimension region, int i) {
    return "region " + region.categories().get(i);
  }

  private static List<Long> amounts(Crowd crowd, int i) {
    return crowd.persons().stream()
        .filter(person -> person.codes().getFirst() == i)
        .map(Crowd.Person::amount)
        .toList();
  }

  private static double mean(Crowd crowd, int i) {
    return amounts(crowd, i).stream().mapToLong(Long::longValue).average().orElse(0) / 100;
  }

  /** Least squares on dummies gives the mean of the first region, and differences from it. */
  static RegressionTable table(
      String output, Crowd crowd, Dimension region, Population population) {
    int regions = region.categories().size();
    long smallest = Long.MAX_VALUE;
    List<Term> terms = new ArrayList<>();
    long all = crowd.persons().size();
    for (int i = 0; i < regions; i++) {
      long people = amounts(crowd, i).size();
      smallest = Math.min(smallest, people);
      terms.add(
          i == 0
              ? Term.intercept(mean(crowd, 0), 100, all)
              : Term.category(
                  name(region, i),
                  Estimate.group("region", region.categories().get(i)),
                  mean(crowd, i) - mean(crowd, 0),
                  150,
                  people));
    }
    Evidence.Model evidence =
        new Evidence.Model(
            all - regions,
            regions,
            regions,
            smallest,
            OptionalLong.empty(),
            1.0 / smallest,
            Crowd.MEASURE);
    return new RegressionTable(
        output,
        output,
        population,
        "linear",
        "income (euros)",
        terms,
        OptionalDouble.of(0.1),
        evidence);
  }

  /** The same model, to be estimated again. */
  private static RegressionRecipe recipe(Crowd crowd, Dimension region) {
    List<TermSpec> terms = new ArrayList<>();
    terms.add(new TermSpec(INTERCEPT, List.of(), 100));
    for (int i = 1; i < region.categories().size(); i++) {
      TermSpec.Code code = new TermSpec.Code("region", region.categories().get(i));
      terms.add(new TermSpec(name(region, i), List.of(code), 150));
    }
    return new RegressionRecipe(
        Samples.of(crowd),
        new Heading(OUTPUT, OUTPUT, crowd.all()),
        ModelForm.LINEAR,
        Crowd.MEASURE,
        terms);
  }

  /** A region of one: its fitted mean is that person's value. */
  private static boolean value(Printed printed, Crowd crowd, Dimension region) {
    OptionalDouble intercept = printed.at(place(INTERCEPT));
    for (int i = 0; i < region.categories().size(); i++) {
      OptionalDouble other = i == 0 ? OptionalDouble.of(0) : printed.at(place(name(region, i)));
      if (amounts(crowd, i).size() == 1 && intercept.isPresent() && other.isPresent()) {
        double found = intercept.getAsDouble() + other.getAsDouble();
        return Math.abs(found - amounts(crowd, i).getFirst() / 100.0) < 1;
      }
    }
    return false;
  }

  private static Printed.Place place(String term) {
    return new Printed.Place(OUTPUT, List.of(term), "coefficient");
  }
}
