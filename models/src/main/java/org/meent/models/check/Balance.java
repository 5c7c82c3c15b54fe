// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.util.ArrayList;
import java.util.List;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * How alike two arms are in one covariate: the standardised mean difference before and after
 * weighting. Both are divided by the same spread, {@code √((s1² + s0²)/2)} before weighting, so
 * that they can be compared. Where values are missing a second line compares the shares missing.
 *
 * @param covariate its name, or {@code name (missing)}
 * @param before without balancing weights
 * @param after with them
 */
public record Balance(String covariate, double before, double after) {

  /** Compares the arms of a two-armed frame in every covariate. */
  @Reference(
      authors = "P. C. Austin (2009)",
      title =
          "Balance diagnostics for comparing the distribution of baseline covariates between"
              + " treatment groups in propensity-score matched samples",
      source = "Statistics in Medicine 28, 3083-3107",
      url = "https://doi.org/10.1002/sim.3697")
  public static List<Balance> of(Frame pair, double[] propensity, Estimand estimand) {
    int[] arm = pair.treatment();
    double[] plain = pair.weights();
    double[] weighted = pair.weights();
    for (int i = 0; i < arm.length; i++) {
      weighted[i] *= BalancingWeights.of(estimand, propensity[i], arm[i]);
    }
    List<Balance> lines = new ArrayList<>();
    double[][] columns = pair.columns();
    for (int j = 0; j < columns.length; j++) {
      String name = pair.names().get(j);
      lines.add(line(name, columns[j], arm, plain, weighted));
      double[] missing = new double[arm.length];
      boolean any = false;
      for (int i = 0; i < arm.length; i++) {
        missing[i] = Double.isNaN(columns[j][i]) ? 1 : 0;
        any |= missing[i] == 1;
      }
      if (any) {
        lines.add(line(name + " (missing)", missing, arm, plain, weighted));
      }
    }
    return List.copyOf(lines);
  }

  /** The largest absolute difference after weighting. */
  public static double worstAfter(List<Balance> lines) {
    return lines.stream().mapToDouble(line -> Math.abs(line.after)).max().orElse(0);
  }

  private static Balance line(
      String name, double[] x, int[] arm, double[] plain, double[] weighted) {
    double[] mean = means(x, arm, plain);
    double[] after = means(x, arm, weighted);
    double[] square = new double[2];
    double[] total = new double[2];
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i])) {
        square[arm[i]] += plain[i] * (x[i] - mean[arm[i]]) * (x[i] - mean[arm[i]]);
        total[arm[i]] += plain[i];
      }
    }
    double spread = StrictMath.sqrt((square[0] / total[0] + square[1] / total[1]) / 2);
    if (!(spread > 0)) {
      return new Balance(name, 0, 0);
    }
    return new Balance(name, (mean[1] - mean[0]) / spread, (after[1] - after[0]) / spread);
  }

  private static double[] means(double[] x, int[] arm, double[] weights) {
    double[] mean = new double[2];
    double[] total = new double[2];
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i])) {
        mean[arm[i]] += weights[i] * x[i];
        total[arm[i]] += weights[i];
      }
    }
    return new double[] {mean[0] / total[0], mean[1] / total[1]};
  }
}
