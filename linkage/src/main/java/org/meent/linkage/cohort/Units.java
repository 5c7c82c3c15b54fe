// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows of a cohort: a person, or a person at the start of one of several trials. Units of one
 * person stand together, in the order of their index dates; persons are numbered from 0 without
 * gaps and without meaning.
 */
public final class Units {
  private final int[] person;
  private final int[] index;

  /**
   * Copies both.
   *
   * @param person number of the person behind each unit, ascending
   * @param index index date of each unit, in days since 1970-01-01
   * @throws IllegalArgumentException if the lengths differ or persons do not ascend
   */
  public Units(int[] person, int[] index) {
    if (person.length != index.length) {
      throw new IllegalArgumentException("there are not as many index dates as units");
    }
    this.index = index.clone();
    this.person = new int[person.length];
    for (int i = 1; i < person.length; i++) {
      if (person[i] < person[i - 1]) {
        throw new IllegalArgumentException("units of one person must stand together");
      }
      this.person[i] = this.person[i - 1] + (person[i] == person[i - 1] ? 0 : 1);
    }
  }

  /** One unit for each person, all with the same index date. */
  public static Units ofPersons(int persons, LocalDate index) {
    int[] day = new int[persons];
    Arrays.fill(day, Math.toIntExact(index.toEpochDay()));
    return new Units(IntStream.range(0, persons).toArray(), day);
  }

  /** Number of units. */
  public int size() {
    return person.length;
  }

  /** Number of persons. */
  public int persons() {
    return person.length == 0 ? 0 : person[person.length - 1] + 1;
  }

  /** Whether a person has more than one unit. */
  public boolean repeats() {
    return persons() < size();
  }

  /** Number of the person behind a unit. */
  public int person(int unit) {
    return person[unit];
  }

  /** Index date of a unit. */
  public LocalDate index(int unit) {
    return LocalDate.ofEpochDay(index[unit]);
  }

  /** How many units there are, never whose. */
  @Override
  public String toString() {
    return repeats() ? size() + " units of " + persons() + " persons" : size() + " persons";
  }
}
