// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

/**
 * Effects per row with their standard errors.
 *
 * @param effect out-of-bag effect of each row learned from
 * @param se its standard error
 * @param freshEffect effect of each new row
 * @param freshSe its standard error
 */
public record ForestEffects(double[] effect, double[] se, double[] freshEffect, double[] freshSe) {

  static ForestEffects of(Moments own, Moments fresh) {
    double[][] a = read(own);
    double[][] b = read(fresh);
    return new ForestEffects(a[0], a[1], b[0], b[1]);
  }

  private static double[][] read(Moments moments) {
    double[] effect = new double[moments.rows()];
    double[] se = new double[moments.rows()];
    for (int i = 0; i < effect.length; i++) {
      moments.estimate(i, effect, se);
      se[i] = StrictMath.sqrt(se[i]);
    }
    return new double[][] {effect, se};
  }
}
