// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.util.Optional;
import org.meent.linkage.format.ValueType;

/**
 * The fingerprint of a column: counts, and figures over all rows, never a value of one.
 *
 * @param name its name
 * @param type what its values are
 * @param known rows with a value
 * @param missing rows with a code that the file or the dictionary declares missing
 * @param absent rows with nothing
 * @param distinct how many different known values, exact up to {@value DistinctCount#KEPT}
 * @param content keyed hash of all values in any order, 16 hex digits: equal under one salt means
 *     equal values; empty if the salt is not known
 * @param codes its codes, if it has few enough values to have codes
 * @param moments mean and deviation, for a column of numbers
 */
public record ColumnProfile(
    String name,
    ValueType type,
    long known,
    long missing,
    long absent,
    long distinct,
    String content,
    Optional<CodeList> codes,
    Optional<Moments> moments) {

  /** Rows that hold something, a value or a code of missing. */
  long written() {
    return known + missing;
  }

  /** The share of rows without a usable value; 0 of no rows. */
  double missingShare() {
    long rows = known + missing + absent;
    return rows == 0 ? 0 : (double) (missing + absent) / rows;
  }

  /** The same without the hash of its content. */
  ColumnProfile withoutContent() {
    return new ColumnProfile(name, type, known, missing, absent, distinct, "", codes, moments);
  }
}
