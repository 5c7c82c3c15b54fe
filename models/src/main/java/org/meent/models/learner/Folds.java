// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.meent.protocols.run.RandomStream;

/**
 * Divides clusters over folds: each cluster draws a number from the stream of its own index,
 * clusters are put in the order of those numbers and dealt out in turn. Rows of one cluster are
 * never in two folds. Single-row clusters are dealt out arm by arm, so that no fold lacks one.
 */
public final class Folds {
  private Folds() {}

  /** The fold of each row, from 0. */
  public static int[] of(int[] cluster, int clusters, int[] arm, int folds, long seed) {
    boolean single = clusters == cluster.length;
    long[] draw = new long[clusters];
    int[] armOf = new int[clusters];
    for (int c = 0; c < clusters; c++) {
      draw[c] = RandomStream.of(seed, "fold", c).nextLong();
    }
    if (single) {
      for (int i = 0; i < cluster.length; i++) {
        armOf[cluster[i]] = arm[i];
      }
    }
    Integer[] order = IntStream.range(0, clusters).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(c -> armOf[c])
            .thenComparingLong(c -> draw[c])
            .thenComparingInt(c -> c));
    int[] foldOfCluster = new int[clusters];
    for (int k = 0; k < clusters; k++) {
      foldOfCluster[order[k]] = k % folds;
    }
    return Arrays.stream(cluster).map(c -> foldOfCluster[c]).toArray();
  }
}
