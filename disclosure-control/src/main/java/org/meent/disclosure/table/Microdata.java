// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

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

  /** The same records with coarser codes in one dimension. */
  Microdata coarser(
      int dimension, Map<String, String> into, SequencedMap<String, List<String>> tables) {
    List<Hierarchy> hierarchies = new ArrayList<>(grid.dimensions);
    Hierarchy before = hierarchies.get(dimension);
    Hierarchy after = before.coarser(into);
    hierarchies.set(dimension, after);
    int[] place = new int[before.size()];
    for (int leaf : before.leaves()) {
      place[leaf] = after.node(into.getOrDefault(before.code(leaf), before.code(leaf)));
    }
    int[][] nodes = node.clone();
    nodes[dimension] = Arrays.stream(node[dimension]).map(leaf -> place[leaf]).toArray();
    return new Microdata(
        new Grid(hierarchies, tables),
        nodes,
        amount,
        amountScale,
        weight,
        weightScale,
        contributor,
        contributors,
        asked);
  }

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
