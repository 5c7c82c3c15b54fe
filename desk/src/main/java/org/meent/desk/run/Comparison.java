// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.meent.linkage.cohort.Cohort;
import org.meent.protocols.AnalysisPlan.Effect;

/**
 * The plain comparison behind a planned effect, exactly as the cohort has it.
 *
 * @param rows rows of both arms that count for the effect
 * @param treated rows of the arm of interest
 * @param difference mean outcome of the arm less that of the reference; NaN if an arm is empty
 */
record Comparison(long rows, long treated, double difference) {

  static Comparison of(Cohort cohort, Effect effect) {
    Cohort.Numbers values = (Cohort.Numbers) cohort.column(effect.outcome());
    BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
    BigDecimal[] weights = {BigDecimal.ZERO, BigDecimal.ZERO};
    long[] counts = new long[2];
    for (int unit = 0; unit < cohort.rows(); unit++) {
      if (counts(cohort, effect, unit)) {
        int side = cohort.arms().get(unit).equals(effect.arm()) ? 1 : 0;
        counts[side]++;
        BigDecimal weight = new BigDecimal(cohort.weight(unit));
        BigDecimal value = BigDecimal.valueOf(values.unscaled(unit), values.scale());
        weights[side] = weights[side].add(weight);
        sums[side] = sums[side].add(weight.multiply(value));
      }
    }
    double difference =
        counts[0] == 0 || counts[1] == 0
            ? Double.NaN
            : mean(sums[1], weights[1]).subtract(mean(sums[0], weights[0])).doubleValue();
    return new Comparison(counts[0] + counts[1], counts[1], difference);
  }

  /** Whether both arms have rows. */
  boolean compared() {
    return !Double.isNaN(difference);
  }

  private static boolean counts(Cohort cohort, Effect effect, int unit) {
    String arm = cohort.arms().get(unit);
    Set<String> closed = cohort.closed().get(unit);
    return (arm.equals(effect.arm()) || arm.equals(effect.reference()))
        && !closed.contains(effect.arm())
        && !closed.contains(effect.reference())
        && effect.knownOnly().stream().noneMatch(name -> cohort.column(name).isMissing(unit));
  }

  private static BigDecimal mean(BigDecimal sum, BigDecimal weights) {
    return sum.divide(weights, MathContext.DECIMAL64);
  }
}
