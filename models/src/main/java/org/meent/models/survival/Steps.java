// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.Arrays;

/** Places in a rising list of times. */
final class Steps {
  private Steps() {}

  /** The last place at or before a time, or -1. */
  static int last(double[] times, double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : -found - 2;
  }
}
