// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Rows;

/** One value for each unit, before anyone is lost. */
final class UnitColumn {
  /** What is known of a unit's value. */
  enum State {
    /** There is no row. */
    NO_ROW,
    /** There is a row, but a cell of it is empty. */
    NOT_KNOWN,
    /** There are rows with different values where one was expected. */
    SEVERAL,
    /** There is a value. */
    KNOWN
  }

  private final Field field;
  private final State[] states;
  private final long[] numbers;
  private final String[] texts;

  /** No unit has a row yet. */
  UnitColumn(Field field, int units) {
    this.field = field;
    this.states = new State[units];
    Arrays.fill(states, State.NO_ROW);
    this.numbers = new long[field.kind() == Field.Kind.TEXT ? 0 : units];
    this.texts = new String[field.kind() == Field.Kind.TEXT ? units : 0];
    Arrays.fill(texts, "");
  }

  /** Says what is known of a unit, without a value. */
  void set(int unit, State state) {
    states[unit] = state;
  }

  /** Gives a unit a number or day. */
  void set(int unit, long number) {
    states[unit] = State.KNOWN;
    numbers[unit] = number;
  }

  /** Gives a unit a text. */
  void set(int unit, String text) {
    states[unit] = State.KNOWN;
    texts[unit] = text;
  }

  /** Decides what one row of an answer, the rows of one person, means. */
  interface Judge {
    /** What is known of the person. */
    State of(int row);
  }

  /**
   * Lays an answer with one row for each person who has any beside the units.
   *
   * @param population pseudonyms, ascending
   * @param person place in the population of the person behind each unit, ascending
   * @param answer rows in ascending order of their first field, the pseudonym
   * @param value place of the field that holds the value
   * @param judge says what a row means
   */
  static UnitColumn of(long[] population, int[] person, Rows answer, int value, Judge judge) {
    Field field = answer.schema().fields().get(value);
    UnitColumn column = new UnitColumn(field, person.length);
    int row = 0;
    for (int unit = 0; unit < person.length; unit++) {
      long key = population[person[unit]];
      while (row < answer.size() && answer.number(row, 0) < key) {
        row++;
      }
      if (row < answer.size() && answer.number(row, 0) == key) {
        if (field.kind() == Field.Kind.TEXT) {
          column.set(unit, answer.text(row, value));
        } else {
          column.set(unit, answer.number(row, value));
        }
        column.set(unit, judge.of(row));
      }
    }
    return column;
  }

  int size() {
    return states.length;
  }

  Field field() {
    return field;
  }

  State state(int unit) {
    return states[unit];
  }

  String text(int unit) {
    return texts[unit];
  }

  /** The unscaled integer. */
  long number(int unit) {
    return numbers[unit];
  }

  /** Units without a row have none of what is measured. */
  UnitColumn zeroWhereNoRow() {
    UnitColumn filled = only(IntStream.range(0, states.length).toArray());
    for (int i = 0; i < states.length; i++) {
      if (states[i] == State.NO_ROW) {
        filled.set(i, 0);
      }
    }
    return filled;
  }

  /** The same of some units. */
  UnitColumn only(int[] units) {
    UnitColumn kept = new UnitColumn(field, units.length);
    for (int i = 0; i < units.length; i++) {
      kept.states[i] = states[units[i]];
      if (field.kind() == Field.Kind.TEXT) {
        kept.texts[i] = texts[units[i]];
      } else {
        kept.numbers[i] = numbers[units[i]];
      }
    }
    return kept;
  }

  /** As a column of the cohort. */
  Cohort.Column column() {
    if (field.kind() == Field.Kind.TEXT) {
      List<String> values = new ArrayList<>(states.length);
      for (int i = 0; i < states.length; i++) {
        values.add(states[i] == State.KNOWN ? texts[i] : "");
      }
      return new Cohort.Codes(values);
    }
    boolean[] missing = new boolean[states.length];
    long[] unscaled = new long[states.length];
    for (int i = 0; i < states.length; i++) {
      missing[i] = states[i] != State.KNOWN;
      unscaled[i] = missing[i] ? 0 : numbers[i];
    }
    return new Cohort.Numbers(unscaled, missing, field.scale());
  }
}
