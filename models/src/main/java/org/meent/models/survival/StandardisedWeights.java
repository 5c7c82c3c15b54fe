// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import org.meent.models.effect.Estimand;
import org.meent.models.frame.Frame;

/**
 * How much each row counts: for the people the estimand speaks of, and, to stand for them, among
 * the rows of its own arm. Both sum to one (the latter in each arm).
 *
 * @param estimand whose average
 * @param population weight of a row's prediction
 * @param stand weight of what a row showed in its own arm
 */
record StandardisedWeights(Estimand estimand, double[] population, double[] stand) {

  /** From propensities of the arm, which are kept within bounds. */
  static StandardisedWeights of(Frame pair, double[] propensity, double bound, Estimand estimand) {
    int n = pair.rows();
    int[] w = pair.treatment();
    double[] weights = pair.weights();
    double[] population = new double[n];
    double[] stand = new double[n];
    double all = 0;
    double[] inArm = new double[2];
    for (int i = 0; i < n; i++) {
      double e = Math.max(bound, Math.min(1 - bound, propensity[i]));
      double own = w[i] == 1 ? e : 1 - e;
      population[i] =
          weights[i]
              * switch (estimand) {
                case ATE -> 1;
                case ATT -> w[i];
                case ATC -> 1 - w[i];
                case OVERLAP -> throw unknown();
              };
      stand[i] =
          weights[i]
              / own
              * switch (estimand) {
                case ATE -> 1;
                case ATT -> e;
                case ATC -> 1 - e;
                case OVERLAP -> throw unknown();
              };
      all += population[i];
      inArm[w[i]] += stand[i];
    }
    for (int i = 0; i < n; i++) {
      population[i] /= all;
      stand[i] /= inArm[w[i]];
    }
    return new StandardisedWeights(estimand, population, stand);
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("curves are of everybody, the treated or the others");
  }
}
