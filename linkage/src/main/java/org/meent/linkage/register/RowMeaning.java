// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.List;

/** What one row of a register stands for. */
public sealed interface RowMeaning {
  /** The length of a period. */
  enum Unit {
    /** A calendar year. */
    YEAR,
    /** A calendar month. */
    MONTH
  }

  /**
   * One row per unit and period (TAB).
   *
   * @param unit the period
   */
  record PerPeriod(Unit unit) implements RowMeaning {}

  /**
   * A row holds from a first to a last day; a new row when something changes (BUS).
   *
   * @param start column of the first day; empty if its spelling is not public
   * @param end column of the last day; empty if its spelling is not public
   * @param openEnds what stands in {@code end} while a spell has not ended
   */
  record Spell(String start, String end, List<CodeMeaning> openEnds) implements RowMeaning {
    /** Copies the codes. */
    public Spell {
      openEnds = List.copyOf(openEnds);
    }
  }

  /**
   * A benefit of one person or of a couple: up to two persons in one row, see {@link BenefitRow}.
   *
   * @param unit the period of a file
   * @param start column of the first person's first day
   * @param end column of the first person's last day
   */
  record TwoPersons(Unit unit, String start, String end) implements RowMeaning {}

  /** How many provisions of each type a person has in a period, see {@link CountHistory}. */
  record CountsPerType() implements RowMeaning {}

  /**
   * Something on one day or at one moment.
   *
   * @param day column of the day; empty if its spelling is not public
   */
  record Event(String day) implements RowMeaning {}

  /** Not known from public sources. */
  record NotKnown() implements RowMeaning {}
}
