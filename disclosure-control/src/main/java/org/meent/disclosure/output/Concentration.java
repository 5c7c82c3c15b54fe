// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.SortedMap;

/**
 * How unequally an amount is spread over the units of a group.
 *
 * @param group code by variable that all units share; empty for everybody
 * @param index which index
 * @param largest how many of the largest units a concentration ratio adds up; 0 for other indices
 * @param value the index, from 0 to 1
 * @param contributors units, sum and the largest contributors
 */
public record Concentration(
    SortedMap<String, String> group,
    Index index,
    int largest,
    double value,
    MagnitudeCell contributors) {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if the index is not from 0 to 1, a contribution is negative,
   *     or a number of largest units stands where there is none
   */
  public Concentration {
    group = Groups.copy(group);
    boolean few = index == Index.CONCENTRATION_RATIO ? largest < 1 : largest != 0;
    boolean negative = contributors.sum() != contributors.absoluteSum();
    if (few || negative || !(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("an index of concentration has a value it cannot have");
    }
  }

  /** Which index. */
  public enum Index {
    /** Gini coefficient. */
    GINI(Statbarn.GINI_COEFFICIENT),
    /** Sum of squared shares; its root is at least the largest share. */
    HERFINDAHL(Statbarn.NON_LINEAR_CONCENTRATION_RATIOS),
    /** Share of the largest few. */
    CONCENTRATION_RATIO(Statbarn.NON_LINEAR_CONCENTRATION_RATIOS);

    private final Statbarn statbarn;

    Index(Statbarn statbarn) {
      this.statbarn = statbarn;
    }

    /** Its family in the typology. */
    public Statbarn statbarn() {
      return statbarn;
    }
  }

  /** What it is; never a figure. */
  @Override
  public String toString() {
    return "Concentration[" + index + ", " + group.keySet() + "]";
  }
}
