// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.protocols.IndexDates;

/**
 * The units that a design makes of a population, before anyone is asked whether she is eligible.
 *
 * @param population pseudonyms of the population, ascending
 * @param person place in the population of the person behind each unit, ascending
 * @param index index date of each unit, in days since 1970-01-01
 */
record Candidates(long[] population, int[] person, int[] index) {

  /** Everybody once, from one day. */
  static Candidates once(long[] population, LocalDate index) {
    int[] day = new int[population.length];
    Arrays.fill(day, Math.toIntExact(index.toEpochDay()));
    return new Candidates(population, IntStream.range(0, population.length).toArray(), day);
  }

  /** Everybody at the start of every trial. */
  static Candidates trials(long[] population, IndexDates.Monthly design) {
    List<Integer> days = new ArrayList<>();
    LocalDate day = design.from();
    for (int month = 1; !day.isAfter(design.to()); month++) {
      days.add(Math.toIntExact(day.toEpochDay()));
      day = design.from().plusMonths(month);
    }
    int trials = days.size();
    int units = Math.multiplyExact(population.length, trials);
    int[] person = new int[units];
    int[] index = new int[units];
    for (int unit = 0; unit < units; unit++) {
      person[unit] = unit / trials;
      index[unit] = days.get(unit % trials);
    }
    return new Candidates(population, person, index);
  }

  int size() {
    return person.length;
  }

  LocalDate day(int unit) {
    return LocalDate.ofEpochDay(index[unit]);
  }

  /** Pseudonym of the person behind a unit. */
  long key(int unit) {
    return population[person[unit]];
  }

  /** Some of the units. */
  Candidates only(int[] units) {
    return new Candidates(
        population,
        IntStream.of(units).map(unit -> person[unit]).toArray(),
        IntStream.of(units).map(unit -> index[unit]).toArray());
  }

  /** The same units from their first spell that starts in the period; who has none is lost. */
  Candidates fromFirstStart(DatedRows spells, IndexDates.FirstStart first, Losses losses) {
    int[] days = index.clone();
    PersonRows of = new PersonRows(spells, this);
    for (int unit = 0; unit < days.length; unit++) {
      of.turnTo(unit);
      int row = of.from();
      while (row < of.to() && spells.start(row) < first.from().toEpochDay()) {
        row++;
      }
      if (row < of.to() && spells.start(row) <= first.to().toEpochDay()) {
        LocalDate start = LocalDate.ofEpochDay(spells.start(row));
        days[unit] = Math.toIntExact(start.plusMonths(first.afterMonths()).toEpochDay());
      } else {
        losses.lose(unit, "no spell starts in the period");
      }
    }
    return new Candidates(population, person, days);
  }

  /** The units as the cohort names them. */
  Units units() {
    return new Units(person, index);
  }
}
