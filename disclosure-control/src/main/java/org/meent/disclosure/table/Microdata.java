// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

/**
 * Records, encoded: never written anywhere.
 *
 * @param grid the cells
 * @param node per dimension and record, the finest code
 * @param amount per record, the measure in units of 10^-scale; empty for a frequency table
 * @param scale decimals of the measure
 * @param contributor per record, its contributor from 0; empty if every record stands alone
 * @param contributors number of contributors
 */
record Microdata(
    Grid grid, int[][] node, long[] amount, int scale, int[] contributor, int contributors) {

  int size() {
    return node[0].length;
  }

  boolean measured() {
    return amount.length > 0 || size() == 0;
  }
}
