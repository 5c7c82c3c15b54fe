// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * What must hold before any effect is estimated: at least two arms with persons in them, enough
 * persons, more than one cluster, clusters that do not each hold one arm only by being everybody,
 * and no covariate that gives the treatment away. A refusal is thrown, never a number given.
 */
public final class Feasibility {
  /** Fewest rows in all. */
  public static final int FEWEST_ROWS = 30;

  /** Fewest rows in each arm. */
  public static final int FEWEST_IN_ARM = 10;

  /** Fewest clusters for a claim whose errors are summed by cluster. */
  public static final int FEWEST_CLUSTERS = 10;

  private Feasibility() {}

  /**
   * Refuses a frame that cannot carry a comparison.
   *
   * @throws org.meent.protocols.refusal.RefusalException with the first reason found
   */
  public static void demand(Frame frame) {
    long armsWithRows =
        IntStream.range(0, frame.arms().size()).filter(a -> frame.count(a) > 0).count();
    if (armsWithRows < 2 || frame.count(0) == 0) {
      throw Refusal.refused("models.fit.one-arm", Where.field("treatment"), armsWithRows)
          .asException();
    }
    demandRows(frame);
    long[] counted = counted(frame);
    for (int arm = 0; arm < frame.arms().size(); arm++) {
      if (counted[arm] < FEWEST_IN_ARM) {
        throw Refusal.refused(
                "models.fit.arm-too-few",
                Where.field("treatment"),
                FEWEST_IN_ARM,
                counted[arm],
                frame.arms().get(arm))
            .asException();
      }
    }
    demandNoGiveaway(frame);
  }

  /** Rows of each arm that weigh anything. */
  private static long[] counted(Frame frame) {
    long[] counted = new long[frame.arms().size()];
    int[] treatment = frame.treatment();
    double[] weights = frame.weights();
    for (int i = 0; i < treatment.length; i++) {
      counted[treatment[i]] += weights[i] > 0 ? 1 : 0;
    }
    return counted;
  }

  /**
   * Refuses an outcome that is the same for everybody, or for everybody in an arm of every arm: it
   * is then the treatment under another name, or nothing; and one that stands among the covariates.
   *
   * @param amount whether the treatment is an amount
   * @throws org.meent.protocols.refusal.RefusalException with the first reason found
   */
  public static void demandOutcome(Frame frame, boolean amount) {
    double[] outcome = frame.outcome();
    int[] arm = frame.treatment();
    double[] low = new double[frame.arms().size()];
    double[] high = new double[low.length];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < outcome.length; i++) {
      int side = amount ? 0 : arm[i];
      low[side] = Math.min(low[side], outcome[i]);
      high[side] = Math.max(high[side], outcome[i]);
    }
    if (IntStream.range(0, low.length).allMatch(side -> low[side] >= high[side])) {
      throw Refusal.refused("models.fit.outcome-fixed", Where.field("outcome")).asException();
    }
    double[][] columns = frame.columns();
    for (int j = 0; j < columns.length; j++) {
      if (same(columns[j], outcome)) {
        throw Refusal.refused("models.fit.outcome-covariate", Where.field(frame.names().get(j)))
            .asException();
      }
    }
  }

  /** Whether one column is a straight line in the other, with no row beside it. */
  private static boolean same(double[] column, double[] outcome) {
    int first = 0;
    int other = -1;
    for (int i = 0; i < column.length; i++) {
      if (Double.isNaN(column[i])) {
        return false;
      }
      other = other < 0 && column[i] != column[first] ? i : other;
    }
    if (other < 0) {
      return false;
    }
    double slope = (outcome[other] - outcome[first]) / (column[other] - column[first]);
    double largest = Arrays.stream(outcome).map(Math::abs).max().orElse(0);
    for (int i = 0; i < column.length; i++) {
      double line = outcome[first] + slope * (column[i] - column[first]);
      if (!(Math.abs(outcome[i] - line) <= 1e-9 * largest)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses a frame with too few rows for anything, or with everybody in one cluster.
   *
   * @throws org.meent.protocols.refusal.RefusalException with the first reason found
   */
  public static void demandRows(Frame frame) {
    if (frame.rows() < FEWEST_ROWS) {
      throw Refusal.refused("models.fit.too-few", Where.NOWHERE, FEWEST_ROWS, frame.rows())
          .asException();
    }
    if (frame.clusterCount() < 2) {
      throw Refusal.refused("models.fit.one-cluster", Where.field("cluster")).asException();
    }
  }

  /**
   * Refuses clusters that are too few for any claim: with fewer than ten, no standard error by
   * cluster can be trusted, and where one holds more than half of the rows there is nothing to
   * compare it with. Where two clusterings cross, both must have enough.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a declared clustering has too few
   */
  public static void demandClusters(Frame frame) {
    boolean few = frame.clustered() && frame.clusterCount() < FEWEST_CLUSTERS;
    boolean fewCrossing = frame.crossingCount() > 0 && frame.crossingCount() < FEWEST_CLUSTERS;
    if (few || fewCrossing) {
      throw Refusal.refused(
              "models.fit.few-clusters",
              Where.field("cluster"),
              FEWEST_CLUSTERS,
              few ? frame.clusterCount() : frame.crossingCount())
          .asException();
    }
    boolean first =
        frame.clustered() && 2 * largest(frame.clusters(), frame.clusterCount()) > frame.rows();
    boolean second =
        frame.crossingCount() > 0
            && 2 * largest(frame.crossing(), frame.crossingCount()) > frame.rows();
    if (first || second) {
      throw Refusal.refused("models.fit.giant-cluster", Where.field("cluster")).asException();
    }
  }

  private static long largest(int[] cluster, int count) {
    long[] size = new long[count];
    Arrays.stream(cluster).forEach(c -> size[c]++);
    return Arrays.stream(size).max().orElse(0);
  }

  /** A covariate whose values, or a threshold on them, tell the arm without error. */
  private static void demandNoGiveaway(Frame frame) {
    int[] treatment = frame.treatment();
    double[][] columns = frame.columns();
    for (int j = 0; j < columns.length; j++) {
      if (separates(columns[j], treatment)) {
        throw Refusal.refused("models.fit.perfect-prediction", Where.field(frame.names().get(j)))
            .asException();
      }
    }
  }

  private static boolean separates(double[] column, int[] treatment) {
    double[] low = new double[2];
    double[] high = new double[2];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < column.length; i++) {
      if (Double.isNaN(column[i])) {
        return false;
      }
      int arm = treatment[i] == 0 ? 0 : 1;
      low[arm] = Math.min(low[arm], column[i]);
      high[arm] = Math.max(high[arm], column[i]);
    }
    return high[0] < low[1] || high[1] < low[0];
  }
}
