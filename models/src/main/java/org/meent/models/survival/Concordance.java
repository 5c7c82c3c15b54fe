// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/** How often the higher prediction leaves first, over pairs whose order is known. */
final class Concordance {
  private Concordance() {}

  /**
   * Pairs: one row leaves through the cause, the other is still there then, or is censored at that
   * time. Counted with a tree of ranks in {@code O(n log n)}.
   */
  @Reference(
      authors = "F. E. Harrell, K. L. Lee, D. B. Mark (1996)",
      title = "Multivariable prognostic models",
      source = "Statistics in Medicine 15, 361-387")
  static double of(Exits exits, int cause, double[] prediction) {
    double[] values = Arrays.stream(prediction).sorted().distinct().toArray();
    long[] tree = new long[values.length + 1];
    int[] order = exits.order();
    double concordant = 0;
    double tied = 0;
    double pairs = 0;
    long held = 0;
    int end = order.length;
    while (end > 0) {
      int start = end - 1;
      while (start > 0 && exits.time()[order[start - 1]] == exits.time()[order[start]]) {
        start--;
      }
      for (int k = start; k < end; k++) {
        if (exits.cause()[order[k]] != cause) {
          add(tree, Arrays.binarySearch(values, prediction[order[k]]) + 1);
          held++;
        }
      }
      for (int k = start; k < end; k++) {
        if (exits.cause()[order[k]] == cause) {
          int rank = Arrays.binarySearch(values, prediction[order[k]]) + 1;
          long below = sum(tree, rank - 1);
          concordant += below;
          tied += sum(tree, rank) - below;
          pairs += held;
        }
      }
      for (int k = start; k < end; k++) {
        if (exits.cause()[order[k]] == cause) {
          add(tree, Arrays.binarySearch(values, prediction[order[k]]) + 1);
          held++;
        }
      }
      end = start;
    }
    return (concordant + tied / 2) / pairs;
  }

  private static void add(long[] tree, int rank) {
    for (int k = rank; k < tree.length; k += k & -k) {
      tree[k]++;
    }
  }

  private static long sum(long[] tree, int rank) {
    long sum = 0;
    for (int k = rank; k > 0; k -= k & -k) {
      sum += tree[k];
    }
    return sum;
  }
}
