// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.Arrays;
import org.meent.protocols.run.RandomStream;

/** Draws rows without replacement. */
public final class Sampling {
  private Sampling() {}

  /** {@code m} of the numbers 0 … n-1 in rising order; {@code space} is overwritten. */
  public static int[] without(int[] space, int n, int m, RandomStream random) {
    for (int i = 0; i < n; i++) {
      space[i] = i;
    }
    for (int k = 0; k < m; k++) {
      int pick = k + random.nextInt(n - k);
      int swap = space[k];
      space[k] = space[pick];
      space[pick] = swap;
    }
    int[] sample = Arrays.copyOf(space, m);
    Arrays.sort(sample);
    return sample;
  }
}
