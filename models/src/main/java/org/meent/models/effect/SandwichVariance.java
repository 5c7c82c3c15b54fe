// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * The variance of the coefficients of least squares.
 *
 * @param matrix the variance
 * @param degreesOfFreedom of each coefficient
 */
record SandwichVariance(RealMatrix matrix, double[] degreesOfFreedom) {

  /**
   * Errors alike along either of two divisions: the sum less the part counted twice. Where that
   * leaves a coefficient less than one division alone, the larger division counts.
   */
  static SandwichVariance twoWay(
      SandwichVariance first, SandwichVariance second, SandwichVariance both) {
    RealMatrix sum = first.matrix.add(second.matrix).subtract(both.matrix);
    double[] free = new double[first.degreesOfFreedom.length];
    for (int a = 0; a < free.length; a++) {
      double least = Math.max(first.matrix.getEntry(a, a), second.matrix.getEntry(a, a));
      sum.setEntry(a, a, Math.max(least, sum.getEntry(a, a)));
      free[a] = Math.min(first.degreesOfFreedom[a], second.degreesOfFreedom[a]);
    }
    return new SandwichVariance(sum, free);
  }
}
