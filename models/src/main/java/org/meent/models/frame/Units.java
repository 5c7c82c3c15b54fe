// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.util.Arrays;

/**
 * What is drawn, or put in a fold, as a whole: the unit of each row.
 *
 * @param of unit of each row, from 0 without gaps
 * @param count number of units
 */
public record Units(int[] of, int count) {

  /**
   * The clusters; where two divisions cross, everything that hangs together through either, so that
   * neither a household nor a municipality is split. Where that leaves too few units to draw from
   * (fewer than ten, or one that holds more than half of the rows) the first division is kept whole
   * and the second is not.
   */
  static Units of(int[] cluster, int clusters, int[] crossing, int crossings) {
    if (crossings == 0) {
      return new Units(cluster.clone(), clusters);
    }
    int[] parent = new int[clusters + crossings];
    Arrays.setAll(parent, k -> k);
    for (int i = 0; i < cluster.length; i++) {
      int a = root(parent, cluster[i]);
      int b = root(parent, clusters + crossing[i]);
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    int[] together = Arrays.stream(cluster).map(c -> root(parent, c)).toArray();
    int[] different = Arrays.stream(together).distinct().sorted().toArray();
    int[] dense = Arrays.stream(together).map(c -> Arrays.binarySearch(different, c)).toArray();
    int[] size = new int[different.length];
    Arrays.stream(dense).forEach(c -> size[c]++);
    int largest = Arrays.stream(size).max().orElse(0);
    return different.length >= Feasibility.FEWEST_CLUSTERS && 2 * largest <= cluster.length
        ? new Units(dense, different.length)
        : new Units(cluster.clone(), clusters);
  }

  private static int root(int[] parent, int start) {
    int k = start;
    while (parent[k] != k) {
      parent[k] = parent[parent[k]];
      k = parent[k];
    }
    return k;
  }
}
