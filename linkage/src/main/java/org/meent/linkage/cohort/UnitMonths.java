// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.time.LocalDate;
import java.util.Arrays;
import org.meent.linkage.cohort.UnitColumn.State;
import org.meent.linkage.design.MonthlyHistories;

/**
 * The months after each unit's index date: month m runs from the same day m months later until the
 * day before the next.
 */
final class UnitMonths {
  private final Candidates units;
  private final int months;
  private int index = Integer.MIN_VALUE;
  private final int[] starts;

  /** Months 0 to the one before {@code months}. */
  UnitMonths(Candidates units, int months) {
    this.units = units;
    this.months = months;
    this.starts = new int[months + 1];
  }

  int count() {
    return months;
  }

  /** What each unit started in each month, as the arms are numbered. */
  byte[][] started(DatedRows rows, ArmNumbers arms) {
    byte[][] started = new byte[units.size()][months];
    PersonRows of = new PersonRows(rows, units);
    for (int unit = 0; unit < units.size(); unit++) {
      of.turnTo(unit);
      turnTo(unit);
      for (int row = of.from(); row < of.to(); row++) {
        int month = month(rows.start(row));
        if (month >= 0) {
          State state = rows.isMissing(row) ? State.NOT_KNOWN : State.KNOWN;
          int number = arms.of(state, state == State.KNOWN ? rows.text(row) : "");
          int before = started[unit][month];
          started[unit][month] =
              (byte) (before == MonthlyHistories.NONE ? number : arms.both(before, number));
        }
      }
    }
    return started;
  }

  /** The first month after which no spell holds, by unit; never if one holds after each. */
  int[] leave(DatedRows spells) {
    int[] leaves = new int[units.size()];
    PersonRows of = new PersonRows(spells, units);
    for (int unit = 0; unit < leaves.length; unit++) {
      of.turnTo(unit);
      turnTo(unit);
      leaves[unit] = MonthlyHistories.NEVER;
      for (int month = 0; month < months && leaves[unit] == MonthlyHistories.NEVER; month++) {
        if (!holds(spells, of, starts[month + 1])) {
          leaves[unit] = month;
        }
      }
    }
    return leaves;
  }

  private static boolean holds(DatedRows spells, PersonRows of, int day) {
    for (int row = of.from(); row < of.to(); row++) {
      if (spells.start(row) <= day && day < spells.end(row)) {
        return true;
      }
    }
    return false;
  }

  private void turnTo(int unit) {
    LocalDate day = units.day(unit);
    if (index != (int) day.toEpochDay()) {
      index = (int) day.toEpochDay();
      for (int month = 0; month <= months; month++) {
        starts[month] = (int) day.plusMonths(month).toEpochDay();
      }
    }
  }

  /** The month that holds a day; negative if none does. */
  private int month(int day) {
    if (day < starts[0] || day >= starts[months]) {
      return -1;
    }
    int found = Arrays.binarySearch(starts, day);
    return found >= 0 ? found : -found - 2;
  }
}
