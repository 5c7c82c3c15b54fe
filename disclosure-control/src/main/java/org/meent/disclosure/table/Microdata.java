// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

/**
 * Records, encoded: never written anywhere.
 *
 * @param grid the cells
 * @param node per dimension and record, the finest code
 * @param amount per record, the measure in units of 10^-amountScale; empty for a frequency table
 * @param amountScale decimals of the measure
 * @param weight per record, its sampling weight in units of 10^-weightScale; empty if all count
 *     once
 * @param weightScale decimals of the weights
 * @param contributor per record, its contributor from 0; empty if every record stands alone
 * @param contributors number of contributors
 * @param asked per contributor, whether he asked for protection; empty if no rule looks at it
 */
record Microdata(
    Grid grid,
    int[][] node,
    long[] amount,
    int amountScale,
    long[] weight,
    int weightScale,
    int[] contributor,
    int contributors,
    boolean[] asked) {

  int size() {
    return node[0].length;
  }

  boolean measured() {
    return amount.length > 0;
  }

  boolean weighted() {
    return weight.length > 0;
  }

  /** Decimals of the values of cells. */
  int scale() {
    return amountScale + weightScale;
  }

  /** What a record stands for once, in units of 10^-amountScale. */
  long amountOf(int record) {
    return measured() ? amount[record] : 1;
  }

  /** How often a record counts, in units of 10^-weightScale. */
  long weightOf(int record) {
    return weighted() ? weight[record] : 1;
  }

  int contributorOf(int record) {
    return contributor.length == 0 ? record : contributor[record];
  }

  /** Whether the contributor of a record asked for protection. */
  boolean askedBy(int who) {
    return asked.length > 0 && asked[who];
  }
}
