// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Reads counts, subtracts what lies within one another, and looks for a group that is certain to
 * have fewer people than the minimum. The unknowns are the numbers of each possible kind of person.
 */
final class CountAttack implements Attack {
  private static final double NEARLY = 0.5;

  private final long minimum;
  private final List<Crowd.Person> kinds;
  private final double[] truth;
  private final List<Statement> statements = new ArrayList<>();

  /**
   * What a figure counts.
   *
   * @param showsZero whether a zero would be printed, so that a gap is at least 1
   */
  private record Statement(Printed.Place place, double[] form, boolean showsZero) {}

  /**
   * An attack on a crowd.
   *
   * @param minimum fewest people behind a figure
   */
  CountAttack(Crowd crowd, long minimum) {
    this.minimum = minimum;
    kinds = kinds(crowd);
    truth = new double[kinds.size()];
    for (Crowd.Person person : crowd.persons()) {
      truth[kinds.indexOf(new Crowd.Person(person.codes(), person.inner(), 0))]++;
    }
  }

  /** Every combination of codes, in the smaller population and out of it. */
  private static List<Crowd.Person> kinds(Crowd crowd) {
    List<List<Integer>> combinations = List.of(List.of());
    for (var variable : crowd.variables()) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> before : combinations) {
        for (int k = 0; k < variable.categories().size(); k++) {
          List<Integer> more = new ArrayList<>(before);
          more.add(k);
          longer.add(more);
        }
      }
      combinations = longer;
    }
    List<Crowd.Person> kinds = new ArrayList<>();
    for (List<Integer> codes : combinations) {
      kinds.add(new Crowd.Person(codes, false, 0));
      kinds.add(new Crowd.Person(codes, true, 0));
    }
    return kinds;
  }

  /** Knows that a figure counts these people. */
  CountAttack reads(Printed.Place place, Predicate<Crowd.Person> who) {
    return reads(place, who, false);
  }

  private CountAttack reads(Printed.Place place, Predicate<Crowd.Person> who, boolean showsZero) {
    double[] form = new double[kinds.size()];
    for (int k = 0; k < form.length; k++) {
      form[k] = who.test(kinds.get(k)) ? 1 : 0;
    }
    statements.add(new Statement(place, form, showsZero));
    return this;
  }

  /** Knows the counts of a table, totals among them, and that zeros are printed. */
  CountAttack readsTable(
      String output, Crowd crowd, int rows, int columns, boolean innerOnly, String heading) {
    var row = crowd.variables().get(rows);
    var column = crowd.variables().get(columns);
    for (int i = 0; i <= row.categories().size(); i++) {
      for (int j = 0; j <= column.categories().size(); j++) {
        int a = i;
        int b = j;
        reads(
            new Printed.Place(
                output, List.of(Tables.code(row, i), Tables.code(column, j)), heading),
            person ->
                (!innerOnly || person.inner())
                    && Tables.in(row, a, person.codes().get(rows))
                    && Tables.in(column, b, person.codes().get(columns)),
            true);
      }
    }
    return this;
  }

  @Override
  public boolean succeeds(Printed printed) {
    Knowledge knowledge = new Knowledge(kinds.size());
    for (Statement statement : statements) {
      OptionalDouble figure = printed.at(statement.place());
      figure.ifPresent(value -> knowledge.learns(statement.form(), value));
      if (figure.isEmpty() && statement.showsZero() && printed.shows(statement.place().output())) {
        knowledge.learnsAny(statement.form());
      }
    }
    knowledge.concludes();
    return targets().stream().anyMatch(form -> knowledge.largest(form) < minimum - NEARLY);
  }

  /** Groups of few people: of one combination, of a figure, of one figure without another. */
  private List<double[]> targets() {
    List<double[]> targets = new ArrayList<>();
    for (Crowd.Person kind : kinds) {
      double[] cell = new double[kinds.size()];
      for (int k = 0; k < cell.length; k++) {
        cell[k] = kinds.get(k).codes().equals(kind.codes()) ? 1 : 0;
      }
      addIfFew(targets, cell);
    }
    for (Statement one : statements) {
      addIfFew(targets, one.form());
      for (Statement other : statements) {
        double[] rest = new double[kinds.size()];
        boolean within = true;
        for (int k = 0; k < rest.length; k++) {
          rest[k] = one.form()[k] - other.form()[k];
          within &= rest[k] >= 0;
        }
        if (within) {
          addIfFew(targets, rest);
        }
      }
    }
    return targets;
  }

  private void addIfFew(List<double[]> targets, double[] form) {
    double people = 0;
    for (int k = 0; k < form.length; k++) {
      people += form[k] * truth[k];
    }
    if (people > 0 && people < minimum) {
      targets.add(form);
    }
  }
}
