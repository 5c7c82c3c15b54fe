// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * One covariate as ranks.
 *
 * @param values its different values, rising
 * @param rank the place of each row's value among them
 * @param order rows by rising value, rows of equal value by their number
 */
record Ranks(double[] values, int[] rank, int[] order) {

  static Ranks of(double[] column) {
    if (Arrays.stream(column).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a policy tree needs covariates without missing values");
    }
    double[] values = Arrays.stream(column).map(v -> v + 0.0).sorted().distinct().toArray();
    int[] rank =
        Arrays.stream(column).mapToInt(v -> Arrays.binarySearch(values, v + 0.0)).toArray();
    int[] order =
        IntStream.range(0, column.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> rank[i]))
            .mapToInt(i -> i)
            .toArray();
    return new Ranks(values, rank, order);
  }

  /** Last places of runs of equal value that leave enough rows on both sides. */
  int[] boundaries(int fewest) {
    return IntStream.range(0, order.length - 1)
        .filter(k -> rank[order[k]] < rank[order[k + 1]])
        .filter(k -> k + 1 >= fewest && order.length - k - 1 >= fewest)
        .toArray();
  }
}
