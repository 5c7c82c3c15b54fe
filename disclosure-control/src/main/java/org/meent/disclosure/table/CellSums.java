// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

/**
 * What is known of each cell.
 *
 * @param values the value in units of 10^-scale
 * @param absolute sum of the absolute totals of its contributors in the same units
 * @param units number of units behind it, never weighted
 * @param largest the largest contributions, descending; empty if no rule looks at them
 * @param asked the largest contribution of one who asked for protection; empty if no rule looks
 * @param scale decimals of the values
 * @param counts whether the values are whole counts of units
 */
record CellSums(
    long[] values,
    long[] absolute,
    long[] units,
    long[][] largest,
    long[] asked,
    int scale,
    boolean counts) {

  long[] largestOf(int cell) {
    return largest.length == 0 || largest[cell] == null ? new long[0] : largest[cell];
  }

  long askedOf(int cell) {
    return asked.length == 0 ? 0 : asked[cell];
  }
}
