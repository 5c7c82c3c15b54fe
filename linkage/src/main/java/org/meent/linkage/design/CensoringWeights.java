// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.meent.protocols.literature.Reference;

/**
 * Inverse-probability-of-censoring weights for rows that are censored when they deviate. A row that
 * is still followed in month m stands for those like it that are no longer:
 *
 * <pre>w(m) = 1 / prod over j = from .. m, j &lt; mayDeviateTo, of (1 - h(j))</pre>
 *
 * where h(j) is the probability of deviating in month j, given that it was possible.
 */
@Reference(
    authors = "J. M. Robins, D. M. Finkelstein (2000)",
    title =
        "Correcting for noncompliance and dependent censoring in an AIDS clinical trial with"
            + " inverse probability of censoring weighted (IPCW) log-rank tests",
    source = "Biometrics 56(3), 779-788",
    url = "https://doi.org/10.1111/j.0006-341X.2000.00779.x")
public final class CensoringWeights {

  /** The probability that a row deviates in a month in which it may. */
  @FunctionalInterface
  public interface Hazard {
    /**
     * A probability below 1 wherever a row is still followed.
     *
     * @param row number of the row
     * @param month the month
     */
    double at(int row, int month);
  }

  private static final double[] CONSTANT = {};

  private final TrialRows rows;
  private final double[][] weights;

  private CensoringWeights(TrialRows rows, Hazard hazard) {
    this.rows = rows;
    this.weights = new double[rows.size()][];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weights(i, rows.row(i), hazard);
    }
  }

  /** Weights from supplied probabilities, such as those of a fitted model. */
  public static CensoringWeights of(TrialRows rows, Hazard hazard) {
    return new CensoringWeights(rows, hazard);
  }

  /**
   * Weights from the shares that deviated, among rows of the same arm, stratum, month since the
   * trial's start and way to deviate. They are right if within these deviating does not depend on
   * the outcome to come.
   *
   * @param strata stratum of each person, from what was known at the trial's start
   */
  public static CensoringWeights stratified(TrialRows rows, int[] strata) {
    Map<Cell, long[]> cells = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      TrialRow row = rows.row(i);
      for (int month = row.from(); month < row.mayDeviateTo(); month++) {
        long[] counts = cells.computeIfAbsent(Cell.of(rows, i, strata, month), cell -> new long[2]);
        counts[0]++;
        if (row.end() == TrialRow.End.DEVIATED && month == row.to()) {
          counts[1]++;
        }
      }
    }
    return new CensoringWeights(
        rows,
        (number, month) -> {
          long[] counts = cells.get(Cell.of(rows, number, strata, month));
          if (counts == null) {
            throw new IllegalStateException("counted before");
          }
          return (double) counts[1] / counts[0];
        });
  }

  private record Cell(int arm, int stratum, int month, TrialRow.Phase phase) {
    static Cell of(TrialRows rows, int number, int[] strata, int month) {
      TrialRow row = rows.row(number);
      return new Cell(
          row.arm(), strata[row.person()], month - row.trial(), rows.phase(number, month));
    }
  }

  /** The weights of the months in which the row may deviate; the last one holds on. */
  private static double[] weights(int number, TrialRow row, Hazard hazard) {
    int months = Math.min(row.to(), row.mayDeviateTo()) - row.from();
    if (months <= 0) {
      return CONSTANT;
    }
    double[] weights = new double[months];
    double stays = 1;
    for (int i = 0; i < months; i++) {
      stays *= 1 - hazard.at(number, row.from() + i);
      if (!(stays > 0)) {
        throw new IllegalArgumentException("a row that is followed cannot have deviated surely");
      }
      weights[i] = 1 / stays;
    }
    return weights;
  }

  /**
   * Weight of a row in a month in which it is followed.
   *
   * @throws IllegalArgumentException if it is not followed in that month
   */
  public double at(int row, int month) {
    TrialRow of = rows.row(row);
    if (month < of.from() || month >= of.to()) {
      throw new IllegalArgumentException("the row is not followed in that month");
    }
    double[] known = weights[row];
    return known.length == 0 ? 1 : known[Math.min(month - of.from(), known.length - 1)];
  }

  /** The largest weight: how much one row stands for. 1 if there is none. */
  public double largest() {
    return Arrays.stream(weights).flatMapToDouble(Arrays::stream).max().orElse(1);
  }
}
