// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import org.meent.models.effect.Estimand;

/** The weight that makes an arm resemble the population of an estimand. */
public final class BalancingWeights {
  private BalancingWeights() {}

  /** The weight of a row with this propensity in arm 1 or in the reference 0. */
  public static double of(Estimand estimand, double propensity, int arm) {
    double e = propensity;
    return switch (estimand) {
      case ATE -> arm == 1 ? 1 / e : 1 / (1 - e);
      case ATT -> arm == 1 ? 1 : e / (1 - e);
      case ATC -> arm == 1 ? (1 - e) / e : 1;
      case OVERLAP -> arm == 1 ? 1 - e : e;
    };
  }
}
