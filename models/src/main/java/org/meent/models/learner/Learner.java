// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

/**
 * Something that learns a conditional mean (of an outcome, or of a 0/1 treatment: then a
 * probability). Implementations are immutable; the same rows in the same order and the same seed
 * give the same bits.
 */
public interface Learner {
  /** A short name for reports. */
  String name();

  /**
   * Learns from rows.
   *
   * @param x covariates
   * @param target what is to be predicted, one value per row
   * @param weights weight of each row, not negative
   * @param seed of all randomness in the fit
   */
  Regression fit(Design x, double[] target, double[] weights, long seed);
}
