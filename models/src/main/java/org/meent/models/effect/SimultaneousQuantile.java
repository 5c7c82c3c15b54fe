// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.meent.models.frame.Frame;

/**
 * How many standard errors the intervals of a family need on both sides to hold all its true values
 * together with 95 %; for one estimate it is 1.96. See {@link MaxT}.
 *
 * @param quantile in standard errors
 */
public record SimultaneousQuantile(double quantile) {

  /**
   * For estimates with known influence functions.
   *
   * @param influence {@code [estimate][row]}; rows of one cluster are summed
   */
  public static SimultaneousQuantile of(double[][] influence, Frame frame, long seed) {
    int[] cluster = frame.clusters();
    List<double[]> sums =
        Arrays.stream(influence)
            .map(rows -> EffectFamily.byUnit(rows, cluster, frame.clusterCount()))
            .toList();
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    return new SimultaneousQuantile(-normal.inverseCumulativeProbability(MaxT.tail(sums, seed)));
  }
}
