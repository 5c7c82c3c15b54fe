// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.models.check.OverlapVerdict.Measure;
import org.meent.models.effect.Estimand;
import org.meent.protocols.literature.Reference;

/**
 * Asks of the propensities whether the data can carry an estimand. Three criteria:
 *
 * <ul>
 *   <li>{@code overlap-outside-share}: the share of the target population whose propensity leaves
 *       it next to no counterpart: below the edge or above one less the edge for ATE, above for the
 *       treated in ATT, below for the controls in ATC. The overlap-weighted population has none by
 *       construction.
 *   <li>{@code overlap-effective-rows}: Kish's effective number {@code (Σw)²/Σw²} of each arm that
 *       is weighted to the target.
 *   <li>{@code overlap-largest-weight-share}: the share of such an arm's weight on its heaviest
 *       row.
 * </ul>
 */
@Reference(
    authors = "R. K. Crump, V. J. Hotz, G. W. Imbens, O. A. Mitnik (2009)",
    title = "Dealing with limited overlap in estimation of average treatment effects",
    source = "Biometrika 96, 187-199",
    url = "https://doi.org/10.1093/biomet/asn055")
@Reference(authors = "L. Kish (1965)", title = "Survey sampling", source = "Wiley, section 11.7")
public final class OverlapCheck {
  private final OverlapLimits limits;

  private OverlapCheck(OverlapLimits limits) {
    this.limits = limits;
  }

  /** A check with limits fixed beforehand. */
  public static OverlapCheck of(OverlapLimits limits) {
    return new OverlapCheck(limits);
  }

  /** The verdict on every estimand, in the order of {@link Estimand}. */
  public List<OverlapVerdict> judge(double[] propensity, int[] treatment, double[] weights) {
    return Arrays.stream(Estimand.values())
        .map(estimand -> judge(estimand, propensity, treatment, weights))
        .toList();
  }

  /** The verdict on one estimand; treatment is 0 or 1. */
  public OverlapVerdict judge(
      Estimand estimand, double[] propensity, int[] treatment, double[] weights) {
    List<Measure> measures = new ArrayList<>();
    if (estimand != Estimand.OVERLAP) {
      double beyond = beyond(estimand, propensity, treatment, weights);
      measures.add(new Measure("overlap-outside-share", beyond, limits.mostOutside(), true));
    }
    double effective = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int arm = 0; arm < 2; arm++) {
      double sum = 0;
      double square = 0;
      double top = 0;
      for (int i = 0; i < propensity.length; i++) {
        if (treatment[i] == arm) {
          double w = weights[i] * BalancingWeights.of(estimand, propensity[i], arm);
          sum += w;
          square += w * w;
          top = Math.max(top, w);
        }
      }
      effective = Math.min(effective, sum * sum / square);
      largest = Math.max(largest, top / sum);
    }
    measures.add(new Measure("overlap-effective-rows", effective, limits.fewestEffective(), false));
    measures.add(new Measure("overlap-largest-weight-share", largest, limits.largestShare(), true));
    return new OverlapVerdict(estimand, measures);
  }

  /**
   * The verdict on the effect over everybody in all arms: both arms compared must be possible for
   * enough of them.
   *
   * @param propensity probability of the arm (1) and of the reference (0), by arm and row
   * @param treatment 1 for the arm, 0 for the reference, anything else for other arms
   */
  public OverlapVerdict judgeEverybody(double[][] propensity, int[] treatment, double[] weights) {
    double out = 0;
    double total = 0;
    double[] sum = new double[2];
    double[] square = new double[2];
    double[] top = new double[2];
    for (int i = 0; i < treatment.length; i++) {
      total += weights[i];
      out += Math.min(propensity[0][i], propensity[1][i]) < limits.edge() ? weights[i] : 0;
      int arm = treatment[i];
      if (arm == 0 || arm == 1) {
        double w = weights[i] / propensity[arm][i];
        sum[arm] += w;
        square[arm] += w * w;
        top[arm] = Math.max(top[arm], w);
      }
    }
    double effective = Math.min(sum[0] * sum[0] / square[0], sum[1] * sum[1] / square[1]);
    double largest = Math.max(top[0] / sum[0], top[1] / sum[1]);
    return new OverlapVerdict(
        Estimand.ATE,
        List.of(
            new Measure("overlap-outside-share", out / total, limits.mostOutside(), true),
            new Measure("overlap-effective-rows", effective, limits.fewestEffective(), false),
            new Measure("overlap-largest-weight-share", largest, limits.largestShare(), true)));
  }

  private double beyond(Estimand estimand, double[] propensity, int[] treatment, double[] weights) {
    double out = 0;
    double total = 0;
    for (int i = 0; i < propensity.length; i++) {
      boolean low = propensity[i] < limits.edge();
      boolean high = propensity[i] > 1 - limits.edge();
      boolean target =
          switch (estimand) {
            case ATE, OVERLAP -> true;
            case ATT -> treatment[i] == 1;
            case ATC -> treatment[i] == 0;
          };
      boolean alone =
          switch (estimand) {
            case ATE -> low || high;
            case ATT -> high;
            case ATC -> low;
            case OVERLAP -> false;
          };
      total += target ? weights[i] : 0;
      out += target && alone ? weights[i] : 0;
    }
    return out / total;
  }
}
