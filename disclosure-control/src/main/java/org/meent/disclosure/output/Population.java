// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * Whom an output speaks of; two outputs on nearly the same population can be subtracted.
 *
 * @param id stable name within the environment, used to compare outputs and releases
 * @param definition the definition in words, as the protocol states it
 * @param units unweighted number of units
 * @param within id of a population that holds every unit of this one, so that the gate protects the
 *     difference too; empty if none is known
 */
public record Population(String id, String definition, long units, String within) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the id is empty, the number negative, or the population
   *     lies within itself
   */
  public Population {
    if (id.isEmpty() || units < 0 || within.equals(id)) {
      throw new IllegalArgumentException(
          "a population needs an id, a number of units from 0, and another one to lie within");
    }
  }

  /** A population that is not known to lie within another one. */
  public Population(String id, String definition, long units) {
    this(id, definition, units, "");
  }

  /** The same population, known to hold only units of another one. */
  public Population within(String whole) {
    return new Population(id, definition, units, whole);
  }

  /** The name; never the number. */
  @Override
  public String toString() {
    return "Population[" + id + "]";
  }
}
