// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.meent.protocols.literature.Reference;

/**
 * How an effect per person gets its 95 % interval. A forest that predicts as well as it can has a
 * bias of the same order as its standard error, which {@code ± 1.96 se} leaves out.
 */
public enum PointwiseInterval {
  /** {@code ± 1.96 se}: right if the forest had no bias. */
  PLAIN(0),
  /**
   * The bias may be as large as the standard error, as for the best smoother whose error falls with
   * the fourth root of the number of rows: {@code ± 2.65 se}.
   */
  BIAS_AWARE(1);

  private final double ratio;

  PointwiseInterval(double ratio) {
    this.ratio = ratio;
  }

  /**
   * How many standard errors the half-length is: the 0.95 quantile of {@code |N(ratio, 1)|}. At the
   * bandwidth with the least squared error and rate {@code n^(-r/2)} the worst bias is {@code √(1/r
   * - 1)} standard errors; {@code r = 1/2} gives a ratio of one.
   */
  @Reference(
      authors = "T. B. Armstrong, M. Kolesár (2020)",
      title = "Simple and honest confidence intervals in nonparametric regression",
      source = "Quantitative Economics 11, 1-39",
      url = "https://doi.org/10.3982/QE1199")
  public double standardErrors() {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double low = 0;
    double high = 10;
    for (int step = 0; step < 80; step++) {
      double middle = (low + high) / 2;
      double inside =
          normal.cumulativeProbability(middle - ratio)
              - normal.cumulativeProbability(-middle - ratio);
      if (inside < 0.95) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The name as written in results. */
  public String label() {
    return switch (this) {
      case PLAIN -> "plain";
      case BIAS_AWARE -> "bias-aware";
    };
  }
}
