// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import java.util.Map;
import java.util.TreeMap;
import org.meent.protocols.literature.Reference;

/**
 * The difference in risk of the outcome between an arm and a reference, among rows to which both
 * were open: differences within cells of trial and stratum, pooled with Mantel-Haenszel weights.
 *
 * <pre>
 * d = sum_k v_k (r1_k - r0_k) / sum_k v_k,   v_k = s1_k s0_k / (s1_k + s0_k)
 * </pre>
 *
 * with s the sum of censoring weights of an arm in cell k and r its weighted share with the
 * outcome. The standard error adds up each person's rows before squaring, takes residuals from the
 * pooled share of the cell (as a test of no difference does), and treats weights as known.
 *
 * <p>Meant for checks of a design, such as a placebo; effects of a study are estimated in models.
 *
 * @param estimate difference in risk
 * @param standardError its standard error under no difference
 * @param treated rows of the arm that were used
 * @param reference rows of the reference that were used
 * @param unused rows that were not seen to the end, so that their outcome is not known
 */
@Reference(
    authors = "S. Greenland, J. M. Robins (1985)",
    title = "Estimation of a common effect parameter from sparse follow-up data",
    source = "Biometrics 41(1), 55-68",
    url = "https://doi.org/10.2307/2530643")
public record RiskDifference(
    double estimate, double standardError, long treated, long reference, long unused) {

  /** The estimate in standard errors; 0 if there is nothing to compare. */
  public double z() {
    return standardError > 0 ? estimate / standardError : 0;
  }

  /**
   * The difference.
   *
   * @param rows rows of a design
   * @param weights their weights
   * @param strata stratum of each person, from what was known at the trial's start
   * @param arm the arm
   * @param reference the reference
   */
  public static RiskDifference of(
      TrialRows rows, CensoringWeights weights, int[] strata, int arm, int reference) {
    Map<Cell, Sums> cells = new TreeMap<>();
    long[] used = new long[3];
    for (int i = 0; i < rows.size(); i++) {
      TrialRow row = rows.row(i);
      if (compared(row, arm, reference)) {
        switch (row.end()) {
          case UNSEEN -> used[2]++;
          case DEVIATED -> {}
          case EVENT, COMPLETE -> {
            used[row.arm() == arm ? 1 : 0]++;
            cells
                .computeIfAbsent(Cell.of(row, strata), cell -> new Sums())
                .add(row.arm() == arm, weights.at(i, row.to() - 1), outcome(row));
          }
        }
      }
    }
    double pooled = 0;
    double total = 0;
    for (Sums sums : cells.values()) {
      pooled += sums.share() * sums.difference();
      total += sums.share();
    }
    if (!(total > 0)) {
      return new RiskDifference(0, 0, used[1], used[0], used[2]);
    }
    double[] influence = new double[strata.length];
    for (int i = 0; i < rows.size(); i++) {
      TrialRow row = rows.row(i);
      boolean known = row.end() == TrialRow.End.EVENT || row.end() == TrialRow.End.COMPLETE;
      Sums sums = known && compared(row, arm, reference) ? cells.get(Cell.of(row, strata)) : null;
      if (sums != null && sums.share() > 0) {
        double weight = weights.at(i, row.to() - 1);
        influence[row.person()] +=
            sums.share() / total * sums.part(row.arm() == arm, weight, outcome(row));
      }
    }
    double variance = 0;
    for (double part : influence) {
      variance += part * part;
    }
    return new RiskDifference(pooled / total, StrictMath.sqrt(variance), used[1], used[0], used[2]);
  }

  private static boolean compared(TrialRow row, int arm, int reference) {
    return (row.arm() == arm || row.arm() == reference)
        && row.wasOpen(arm)
        && row.wasOpen(reference);
  }

  private static double outcome(TrialRow row) {
    return row.end() == TrialRow.End.EVENT ? 1 : 0;
  }

  private record Cell(int trial, int stratum) implements Comparable<Cell> {
    static Cell of(TrialRow row, int[] strata) {
      return new Cell(row.trial(), strata[row.person()]);
    }

    @Override
    public int compareTo(Cell other) {
      return trial != other.trial
          ? Integer.compare(trial, other.trial)
          : Integer.compare(stratum, other.stratum);
    }
  }

  /** Sums of weights and of outcomes in one cell; the arm has place 1, the reference place 0. */
  private static final class Sums {
    private final double[] weight = new double[2];
    private final double[] outcome = new double[2];

    void add(boolean treated, double w, double y) {
      weight[treated ? 1 : 0] += w;
      outcome[treated ? 1 : 0] += w * y;
    }

    /** Mantel-Haenszel weight of the cell. */
    double share() {
      double all = weight[0] + weight[1];
      return all > 0 ? weight[0] * weight[1] / all : 0;
    }

    double difference() {
      return share() > 0 ? outcome[1] / weight[1] - outcome[0] / weight[0] : 0;
    }

    /** What a row adds to the difference, beyond the pooled share of the cell. */
    double part(boolean treated, double w, double y) {
      double residual = y - (outcome[0] + outcome[1]) / (weight[0] + weight[1]);
      return treated ? w * residual / weight[1] : -w * residual / weight[0];
    }
  }
}
