// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Arrays;

/**
 * One state per person and calendar month: the raw material of sequence analysis (the seed's
 * <i>levensweganalyse</i>). Persons stand in the order in which they were asked for.
 */
public final class StateSequence {
  private final MonthGrid grid;
  private final long[] persons;
  private final int[] states;

  private StateSequence(MonthGrid grid, long[] persons, int[] states) {
    this.grid = grid;
    this.persons = persons;
    this.states = states;
  }

  /**
   * The sequences of a population. Who has no spell in any source is composed too: all of that
   * person's days are in the rest state or unknown.
   *
   * @param population keys of the persons
   * @param spells spells of all sources together
   * @param composition how one state is made of them; its observed days must hold the grid
   * @param grid the months
   * @param rule which state stands for a month
   * @throws IllegalArgumentException if the grid is wider than what is observed
   */
  public static StateSequence of(
      long[] population,
      SpellTable spells,
      StateComposition composition,
      MonthGrid grid,
      MonthState rule) {
    int months = grid.months();
    int[] states = new int[Math.multiplyExact(population.length, months)];
    MonthStates perMonth = new MonthStates(composition, grid, rule);
    Track track = new Track();
    for (int person = 0; person < population.length; person++) {
      spells.loadPerson(population[person], track);
      perMonth.fill(track, states, person * months);
    }
    return new StateSequence(grid, population.clone(), states);
  }

  /** The months. */
  public MonthGrid grid() {
    return grid;
  }

  /** Number of persons. */
  public int persons() {
    return persons.length;
  }

  /** Key of a person by place. */
  public long key(int person) {
    return persons[person];
  }

  /** State of a person, by place, in a month, by number. */
  public int state(int person, int month) {
    if (month < 0 || month >= grid.months()) {
      throw new IllegalArgumentException("no such month in the grid");
    }
    return states[person * grid.months() + month];
  }

  /** The sequence of a person, by place: one state per month. */
  public int[] sequence(int person) {
    return Arrays.copyOfRange(states, person * grid.months(), (person + 1) * grid.months());
  }

  /** Shows its shape, never a key or a state. */
  @Override
  public String toString() {
    return "%d persons, %d months".formatted(persons.length, grid.months());
  }
}
