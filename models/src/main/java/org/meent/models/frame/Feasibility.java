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
    for (int arm = 0; arm < frame.arms().size(); arm++) {
      if (frame.count(arm) < FEWEST_IN_ARM) {
        throw Refusal.refused(
                "models.fit.arm-too-few",
                Where.field("treatment"),
                FEWEST_IN_ARM,
                frame.count(arm),
                frame.arms().get(arm))
            .asException();
      }
    }
    demandNoGiveaway(frame);
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
   * cluster can be trusted. Where two clusterings cross, both must have enough.
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
