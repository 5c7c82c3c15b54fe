// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * When and how people left. The arrays are copied on the way in; those handed out must be left
 * alone.
 *
 * @param time time from start to exit or to the end of observation
 * @param cause 0 = still there when observation ended, 1, 2 … = kinds of exit
 */
public record Exits(double[] time, int[] cause) {

  /** Checks lengths, times and causes. */
  public Exits {
    if (time.length != cause.length
        || Arrays.stream(time).anyMatch(t -> !(t >= 0) || Double.isInfinite(t))
        || Arrays.stream(cause).anyMatch(c -> c < 0)) {
      throw new IllegalArgumentException("one finite time, not negative, and one cause per row");
    }
    time = time.clone();
    cause = cause.clone();
  }

  /** Number of rows. */
  public int rows() {
    return time.length;
  }

  /** The different times, rising. */
  double[] distinctTimes() {
    return Arrays.stream(time).sorted().distinct().toArray();
  }

  /** Row numbers by rising time. */
  int[] order() {
    return IntStream.range(0, time.length)
        .boxed()
        .sorted(java.util.Comparator.comparingDouble(i -> time[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  /** At each distinct time: rows at risk (0), exits of a cause (1), exits of any cause (2). */
  double[][] table(int of) {
    double[] times = distinctTimes();
    double[][] table = new double[3][times.length];
    for (int i = 0; i < time.length; i++) {
      int k = Arrays.binarySearch(times, time[i]);
      table[0][k]++;
      table[1][k] += cause[i] == of ? 1 : 0;
      table[2][k] += cause[i] > 0 ? 1 : 0;
    }
    for (int k = times.length - 2; k >= 0; k--) {
      table[0][k] += table[0][k + 1];
    }
    return table;
  }
}
