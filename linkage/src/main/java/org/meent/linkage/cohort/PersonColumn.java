// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Rows;

/**
 * One value for each person of the population, in ascending order of pseudonym, before anyone is
 * lost.
 */
final class PersonColumn {
  /** What is known of a person's value. */
  enum State {
    /** There is no row. */
    NO_ROW,
    /** There is a row, but a cell of it is empty. */
    NOT_KNOWN,
    /** There is a value. */
    KNOWN
  }

  private final Field field;
  private final State[] states;
  private final long[] numbers;
  private final String[] texts;

  private PersonColumn(Field field, int persons) {
    this.field = field;
    this.states = new State[persons];
    this.numbers = new long[persons];
    this.texts = new String[persons];
  }

  /** Decides what one row of an answer, the rows of one person, means. */
  interface Judge {
    /** What is known of the person. */
    State of(int row);
  }

  /**
   * Lays an answer with one row for each person who has any beside the population.
   *
   * @param population pseudonyms, ascending
   * @param answer rows in ascending order of their first field, the pseudonym
   * @param value place of the field that holds the value
   * @param judge says what a row means
   */
  static PersonColumn of(long[] population, Rows answer, int value, Judge judge) {
    Field field = answer.schema().fields().get(value);
    PersonColumn column = new PersonColumn(field, population.length);
    int row = 0;
    for (int person = 0; person < population.length; person++) {
      column.states[person] = State.NO_ROW;
      column.texts[person] = "";
      if (row < answer.size() && answer.number(row, 0) == population[person]) {
        column.states[person] = judge.of(row);
        if (field.kind() == Field.Kind.TEXT) {
          column.texts[person] = answer.text(row, value);
        } else {
          column.numbers[person] = answer.number(row, value);
        }
        row++;
      }
    }
    if (row != answer.size()) {
      throw new IllegalStateException("an answer speaks of persons outside the population");
    }
    return column;
  }

  State state(int person) {
    return states[person];
  }

  String text(int person) {
    return texts[person];
  }

  /** Persons without a row have none of what is measured. */
  PersonColumn zeroWhereNoRow() {
    PersonColumn filled = new PersonColumn(field, states.length);
    for (int i = 0; i < states.length; i++) {
      filled.states[i] = states[i] == State.NO_ROW ? State.KNOWN : states[i];
      filled.numbers[i] = numbers[i];
      filled.texts[i] = texts[i];
    }
    return filled;
  }

  /** The column of the persons who are kept. */
  Cohort.Column keep(int[] persons) {
    if (field.kind() == Field.Kind.TEXT) {
      List<String> kept = new ArrayList<>(persons.length);
      for (int person : persons) {
        kept.add(states[person] == State.KNOWN ? texts[person] : "");
      }
      return new Cohort.Codes(kept);
    }
    long[] unscaled = new long[persons.length];
    boolean[] missing = new boolean[persons.length];
    for (int i = 0; i < persons.length; i++) {
      missing[i] = states[persons[i]] != State.KNOWN;
      unscaled[i] = missing[i] ? 0 : numbers[persons[i]];
    }
    return new Cohort.Numbers(unscaled, missing, field.scale());
  }
}
