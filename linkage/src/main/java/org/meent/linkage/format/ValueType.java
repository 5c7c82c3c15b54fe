// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

/** What the values of a column are, and the one unit they have in a {@link ColumnBatch}. */
public enum ValueType {
  /** Numbers; NaN is missing (see {@link Missing}). */
  NUMBER,
  /** Text in UTF-8; blanks that only fill a field of fixed width are not part of it. */
  TEXT,
  /** Days since 1970-01-01, as a number. */
  DATE,
  /** Seconds since 1970-01-01T00:00 of the clock that the file holds (no time zone). */
  DATETIME,
  /** Seconds since midnight, or a duration in seconds. */
  TIME;

  /** Whether a batch holds the column as text; all other types are numbers. */
  public boolean isText() {
    return this == TEXT;
  }
}
