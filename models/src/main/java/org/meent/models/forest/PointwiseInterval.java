// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Interval;
import org.meent.protocols.literature.Reference;

/**
 * How an effect per person gets its 95 % interval. A forest that predicts as well as it can has a
 * bias of the same order as its standard error, which {@code ± 1.96 se} leaves out.
 */
public enum PointwiseInterval {
  /** {@code ± 1.96 se}: right if the forest had no bias. */
  PLAIN(0, 0),
  /**
   * The bias is taken to be that of the best smoother of effects that are smooth in three
   * covariates: 1.22 times the standard error, {@code ± 2.87 se}. For averages it may be half of
   * the standard error: {@code ± 2.18 se}.
   */
  BIAS_AWARE(StrictMath.sqrt(1.5), 0.5);

  private final double ratio;
  private final double averageRatio;

  PointwiseInterval(double ratio, double averageRatio) {
    this.ratio = ratio;
    this.averageRatio = averageRatio;
  }

  /** How many standard errors the half-length for an effect per person is. */
  public double standardErrors() {
    return folded(ratio);
  }

  /** How many standard errors the half-length for an average is, were its error normal. */
  public double averageStandardErrors() {
    return folded(averageRatio);
  }

  /** The average with the interval of this kind; the t quantile grows in the same proportion. */
  public EffectEstimate widened(EffectEstimate e) {
    if (averageRatio == 0) {
      return e;
    }
    double half = (e.upper() - e.value()) * averageStandardErrors() / folded(0);
    return e.withInterval(new Interval(e.value() - half, e.value() + half));
  }

  /**
   * The 0.95 quantile of {@code |N(ratio, 1)|}. At the bandwidth with the least squared error and
   * rate {@code n^(-r/2)} the worst bias is {@code √(1/r - 1)} standard errors. With one bounded
   * derivative in {@code d} covariates {@code r = 2/(2 + d)}: three give a ratio of {@code √1.5};
   * {@code r = 4/5}, two bounded derivatives in one, gives a half.
   */
  @Reference(
      authors = "T. B. Armstrong, M. Kolesár (2020)",
      title = "Simple and honest confidence intervals in nonparametric regression",
      source = "Quantitative Economics 11, 1-39",
      url = "https://doi.org/10.3982/QE1199")
  private static double folded(double ratio) {
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

  /** The label, so that it can be asked for by that name. */
  @Override
  public String toString() {
    return label();
  }
}
