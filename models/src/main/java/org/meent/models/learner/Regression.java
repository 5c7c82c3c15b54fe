// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

/** A learned conditional mean. */
@FunctionalInterface
public interface Regression {
  /** The prediction for each row of a design with the columns that were learned from. */
  double[] predict(Design x);
}
