// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/**
 * What the rules look at in one cell.
 *
 * @param absolute sum of the absolute totals of its contributors, equal to the value where nothing
 *     is negative
 * @param units how many units stand behind the cell: records in a frequency table, distinct
 *     contributors otherwise
 * @param largest absolute totals of the largest contributors, descending; may be shorter than a
 *     rule asks for if there are not so many
 * @param asked absolute total of the largest contributor who asked for protection; 0 if none did
 */
public record CellContent(long absolute, long units, long[] largest, long asked) {

  /** The n-th largest contribution from 0; 0 if there are not so many. */
  long largest(int n) {
    return n < largest.length ? largest[n] : 0;
  }
}
