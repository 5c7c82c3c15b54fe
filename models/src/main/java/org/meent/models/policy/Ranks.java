// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;

/**
 * One covariate as ranks.
 *
 * @param values its different values, rising
 * @param rank the place of each row's value among them
 * @param order rows by rising value, rows of equal value by their number
 */
record Ranks(double[] values, int[] rank, int[] order) {

  static Ranks of(double[] column) {
    int n = column.length;
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      if (Double.isNaN(column[i])) {
        throw new IllegalArgumentException("a policy tree needs covariates without missing values");
      }
      values[i] = column[i] + 0.0;
    }
    Arrays.sort(values);
    int different = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || values[i] != values[different - 1]) {
        values[different++] = values[i];
      }
    }
    values = Arrays.copyOf(values, different);
    int[] rank = new int[n];
    int[] next = new int[different + 1];
    for (int i = 0; i < n; i++) {
      rank[i] = place(values, column[i]);
      next[rank[i] + 1]++;
    }
    for (int r = 0; r < different; r++) {
      next[r + 1] += next[r];
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[next[rank[i]]++] = i;
    }
    return new Ranks(values, rank, order);
  }

  /** The place of a value that is there. */
  private static int place(double[] values, double value) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Last places of runs of equal value that leave enough rows on both sides. */
  int[] boundaries(int fewest) {
    int[] places = new int[order.length];
    int count = 0;
    for (int k = Math.max(0, fewest - 1); k < order.length - Math.max(1, fewest); k++) {
      if (rank[order[k]] < rank[order[k + 1]]) {
        places[count++] = k;
      }
    }
    return Arrays.copyOf(places, count);
  }
}
