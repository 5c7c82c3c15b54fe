// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

/** Walks over dated rows and units side by side, both in ascending order of person. */
final class PersonRows {
  private final DatedRows rows;
  private final Candidates units;
  private int from;
  private int to;

  PersonRows(DatedRows rows, Candidates units) {
    this.rows = rows;
    this.units = units;
  }

  /** Turns to the rows of the person behind a unit; units ascend. True if it is another person. */
  boolean turnTo(int unit) {
    long key = units.key(unit);
    if (from < to && rows.key(from) == key) {
      return false;
    }
    from = to;
    while (from < rows.size() && rows.key(from) < key) {
      from++;
    }
    to = from;
    while (to < rows.size() && rows.key(to) == key) {
      to++;
    }
    return true;
  }

  /** First row of the person. */
  int from() {
    return from;
  }

  /** The row after the person's last. */
  int to() {
    return to;
  }
}
