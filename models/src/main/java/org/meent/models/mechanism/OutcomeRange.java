// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.mechanism;

import java.util.Arrays;
import org.meent.models.frame.Frame;

/**
 * What an outcome can be, as far as it was seen with support.
 *
 * @param least smallest outcome
 * @param most largest outcome
 */
record OutcomeRange(double least, double most) {

  /** The range among rows with support. */
  static OutcomeRange withSupport(Frame pair) {
    int[] w = pair.treatment();
    double[] y = pair.outcome();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < y.length; i++) {
      if (w[i] == 1) {
        least = Math.min(least, y[i]);
        most = Math.max(most, y[i]);
      }
    }
    return new OutcomeRange(least, most);
  }

  /** Predictions, none outside the range. */
  double[] keep(double[] predictions) {
    return Arrays.stream(predictions).map(v -> Math.max(least, Math.min(most, v))).toArray();
  }
}
