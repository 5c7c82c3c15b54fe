// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.Population;
import org.meent.protocols.run.RandomStream;

/** Made-up people with codes, an amount, and whether they are in a smaller population. */
final class Crowd {
  /** Cents of a euro. */
  static final int SCALE = 2;

  /** The word for what is counted. */
  static final String UNIT = "persons";

  /** The measure. */
  static final String MEASURE = "income";

  private final List<Dimension> variables;
  private final List<Person> persons = new ArrayList<>();

  Crowd(List<Dimension> variables) {
    this.variables = List.copyOf(variables);
  }

  /**
   * One of them.
   *
   * @param codes place of the code on each variable
   * @param inner whether he is in the smaller population
   * @param amount cents
   */
  record Person(List<Integer> codes, boolean inner, long amount) {
    Person {
      codes = List.copyOf(codes);
    }
  }

  /** A variable with so many codes. */
  static Dimension variable(String name, int codes) {
    return new Dimension(
        name,
        name,
        IntStream.range(0, codes).mapToObj(k -> name.charAt(0) + "" + (k + 1)).toList());
  }

  /** An amount as incomes are, skewed. */
  static long income(RandomStream random) {
    return 100_000 + (long) (1_500_000 * StrictMath.exp(0.5 * random.nextGaussian()));
  }

  /**
   * People in every combination of two variables.
   *
   * @param few chance of a combination with 1 to 9 people; the others have 12 to 71
   */
  static Crowd drawn(RandomStream random, Dimension rows, Dimension columns, double few) {
    Crowd crowd = new Crowd(List.of(rows, columns));
    for (int i = 0; i < rows.categories().size(); i++) {
      for (int j = 0; j < columns.categories().size(); j++) {
        int people = random.nextDouble() < few ? 1 + random.nextInt(9) : 12 + random.nextInt(60);
        for (int n = 0; n < people; n++) {
          crowd.add(List.of(i, j), false, income(random));
        }
      }
    }
    return crowd;
  }

  /** By region and work; in half of the cases some combinations have few people. */
  static Crowd byRegion(RandomStream random, int regions, int kinds) {
    double few = random.nextInt(2) * (0.05 + 0.2 * random.nextDouble());
    return drawn(
        random,
        variable("region", 2 + random.nextInt(regions)),
        variable("work", 2 + random.nextInt(kinds)),
        few);
  }

  void add(List<Integer> codes, boolean inner, long amount) {
    persons.add(new Person(codes, inner, amount));
  }

  List<Person> persons() {
    return List.copyOf(persons);
  }

  List<Dimension> variables() {
    return variables;
  }

  /** The population of all. */
  Population all() {
    return new Population("all", "everybody", persons.size());
  }

  /** The smaller population. */
  Population inner() {
    return new Population("some", "some of them", count(Person::inner)).within("all");
  }

  long count(Predicate<Person> who) {
    return persons.stream().filter(who).count();
  }

  /** A table of counts. */
  FrequencyTable counts(String id, Population population, int rows, int columns) {
    List<Person> who = of(population);
    return FrequencyTable.tabulate(
        id,
        id,
        population,
        UNIT,
        variables.get(rows),
        variables.get(columns),
        codes(who, rows),
        codes(who, columns),
        Evidence.Zeros.SAFE);
  }

  /** A table of means. */
  MagnitudeTable means(String id, Population population, int rows, int columns) {
    List<Person> who = of(population);
    return MagnitudeTable.tabulate(
        id,
        id,
        population,
        MEASURE,
        "income (euros)",
        SCALE,
        variables.get(rows),
        variables.get(columns),
        codes(who, rows),
        codes(who, columns),
        who.stream().mapToLong(Person::amount).toArray(),
        Evidence.Sign.NON_NEGATIVE);
  }

  private List<Person> of(Population population) {
    return population.id().equals("all")
        ? persons
        : persons.stream().filter(Person::inner).toList();
  }

  private List<String> codes(List<Person> who, int variable) {
    return who.stream()
        .map(person -> variables.get(variable).categories().get(person.codes().get(variable)))
        .toList();
  }
}
