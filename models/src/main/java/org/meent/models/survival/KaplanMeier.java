// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * The share still there, whatever the exit would be.
 *
 * @param times times of the data, rising
 * @param survival share still there just after each time
 * @param se Greenwood's standard error of that share
 * @param terms {@code d/(n(n-d))} at each time, which the variance of areas needs
 */
public record KaplanMeier(double[] times, double[] survival, double[] se, double[] terms) {

  /** Estimates the curve. */
  @Reference(
      authors = "E. L. Kaplan, P. Meier (1958)",
      title = "Nonparametric estimation from incomplete observations",
      source = "Journal of the American Statistical Association 53, 457-481",
      url = "https://doi.org/10.1080/01621459.1958.10501452")
  public static KaplanMeier of(Exits exits) {
    double[] times = exits.distinctTimes();
    double[][] table = exits.table(0);
    double[] survival = new double[times.length];
    double[] se = new double[times.length];
    double[] terms = new double[times.length];
    double share = 1;
    double sum = 0;
    for (int k = 0; k < times.length; k++) {
      double n = table[0][k];
      double d = table[2][k];
      share *= 1 - d / n;
      terms[k] = d < n ? d / (n * (n - d)) : 0;
      sum += terms[k];
      survival[k] = share;
      se[k] = share * StrictMath.sqrt(sum);
    }
    return new KaplanMeier(times, survival, se, terms);
  }

  /** The share still there just after a time. */
  public double at(double time) {
    int k = Steps.last(times, time);
    return k < 0 ? 1 : survival[k];
  }

  /** The standard error of {@link #at}. */
  public double seAt(double time) {
    int k = Steps.last(times, time);
    return k < 0 ? 0 : se[k];
  }

  /**
   * The mean time until exit or the horizon, whichever is first (0), and its standard error (1):
   * the area under the curve, and {@code √Σ A(t)² d/(n(n-d))} with {@code A(t)} the area right of
   * each exit.
   */
  @Reference(
      authors = "P. Royston, M. K. B. Parmar (2013)",
      title = "Restricted mean survival time",
      source = "BMC Medical Research Methodology 13, 152",
      url = "https://doi.org/10.1186/1471-2288-13-152")
  public double[] restrictedMean(double horizon) {
    int count = (int) Arrays.stream(times).filter(t -> t < horizon).count();
    double[] right = new double[count + 1];
    for (int k = count - 1; k >= 0; k--) {
      double end = k + 1 < count ? times[k + 1] : horizon;
      right[k] = right[k + 1] + survival[k] * (end - times[k]);
    }
    double area = right[0] + (count > 0 ? times[0] : horizon);
    double variance = 0;
    for (int k = 0; k < count; k++) {
      variance += right[k] * right[k] * terms[k];
    }
    return new double[] {area, StrictMath.sqrt(variance)};
  }
}
