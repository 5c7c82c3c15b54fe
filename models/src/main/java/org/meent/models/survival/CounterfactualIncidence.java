// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

/**
 * What the share that has left through one cause would have been in one arm: for a row the
 * prediction from the hazards, and what was observed beyond it. With hazards {@code λ}, share still
 * there {@code S}, share left through the cause {@code F} and chance {@code G} of still being
 * observed, a month {@code s} at risk adds by month {@code t}
 *
 * <pre>(dN_j(s) - λ_j(s)) / G(s-) - (F(t) - F(s)) / S(s) · (dN(s) - λ(s)) / G(s-)</pre>
 *
 * where {@code N_j} counts exits through the cause and {@code N} all exits.
 */
final class CounterfactualIncidence {
  private final MonthlyHazards hazards;
  private final MonthlyExits exits;
  private final int cause;
  private final int horizon;
  private final double leastObserved;

  /**
   * For one cause.
   *
   * @param leastObserved bound below which the chance of still being observed is not divided by
   */
  CounterfactualIncidence(
      MonthlyHazards hazards, MonthlyExits exits, int cause, int horizon, double leastObserved) {
    this.hazards = hazards;
    this.exits = exits;
    this.cause = cause;
    this.horizon = horizon;
    this.leastObserved = leastObserved;
  }

  /** The predicted share that has left by the end of each month. */
  double[] predicted(int row) {
    double[] share = new double[horizon];
    double there = 1;
    double left = 0;
    for (int m = 1; m <= horizon; m++) {
      left += there * hazards.of(cause, row, m);
      there *= 1 - anyExit(row, m);
      share[m - 1] = left;
    }
    return share;
  }

  /** What a row of the arm showed beyond its prediction, by the end of each month. */
  double[] observedBeyond(int row) {
    double[] share = predicted(row);
    double[] beyond = new double[horizon];
    double there = 1;
    double observed = 1;
    double own = 0;
    double any = 0;
    double anyTimesShare = 0;
    for (int m = 1; m <= horizon; m++) {
      if (m <= exits.month()[row]) {
        double surprise = (exits.gone(row, m) ? 1 : 0) - anyExit(row, m);
        double surpriseOwn = (exits.left(row, cause, m) ? 1 : 0) - hazards.of(cause, row, m);
        there *= 1 - anyExit(row, m);
        double seen = Math.max(observed, leastObserved);
        own += surpriseOwn / seen;
        any += surprise / (seen * there);
        anyTimesShare += surprise * share[m - 1] / (seen * there);
        observed *= 1 - hazards.of(0, row, m);
      }
      beyond[m - 1] = own - share[m - 1] * any + anyTimesShare;
    }
    return beyond;
  }

  private double anyExit(int row, int month) {
    double sum = 0;
    for (int c = 1; c <= exits.kinds().size(); c++) {
      sum += hazards.of(c, row, month);
    }
    return sum;
  }
}
