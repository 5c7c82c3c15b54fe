// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.heterogeneity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.models.effect.RobustRegression;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * The linear function of the covariates that comes nearest to the effects: least squares of the
 * doubly robust scores on the covariates. Its joint test asks whether effects differ along any of
 * them. Covariates that follow from those before them are left out.
 *
 * @param names {@code (intercept)} and the covariates that took part
 * @param coefficients change of the effect per unit; the intercept is the effect at the means
 * @param standardErrors HC3, by cluster, or along two divisions
 * @param degreesOfFreedom of each coefficient
 * @param p of the joint test that all but the intercept are zero
 */
public record BestLinearProjection(
    List<String> names,
    double[] coefficients,
    double[] standardErrors,
    double[] degreesOfFreedom,
    double p) {

  /** Copies the names. */
  public BestLinearProjection {
    names = List.copyOf(names);
  }

  /** Projects scores on all covariates of a frame; a missing value counts as the mean. */
  @Reference(
      authors = "V. Semenova, V. Chernozhukov (2021)",
      title = "Debiased machine learning of conditional average treatment effects",
      source = "The Econometrics Journal 24, 264-289",
      url = "https://doi.org/10.1093/ectj/utaa027")
  public static BestLinearProjection of(Frame pair, double[] scores) {
    List<String> names = new ArrayList<>(List.of("(intercept)"));
    List<double[]> regressors = new ArrayList<>();
    List<double[]> basis = new ArrayList<>();
    double[] ones = new double[scores.length];
    Arrays.fill(ones, 1);
    regressors.add(ones);
    double[][] columns = pair.columns();
    for (int j = 0; j < columns.length; j++) {
      double[] centred = centred(columns[j]);
      if (independent(centred, basis)) {
        names.add(pair.names().get(j));
        regressors.add(centred);
      }
    }
    RobustRegression found =
        RobustRegression.of(regressors.toArray(double[][]::new), scores, pair.weights(), pair);
    return new BestLinearProjection(
        names,
        found.coefficients(),
        found.standardErrors(),
        found.degreesOfFreedom(),
        found.jointP(1));
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
    return Arrays.stream(values).map(v -> Double.isNaN(v) ? 0 : v - mean).toArray();
  }

  /** Whether a part is left after the earlier columns; if so its direction joins the basis. */
  private static boolean independent(double[] column, List<double[]> basis) {
    double[] rest = column.clone();
    double before = dot(rest, rest);
    for (double[] direction : basis) {
      double along = dot(rest, direction);
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= along * direction[i];
      }
    }
    double left = dot(rest, rest);
    if (!(left > 1e-8 * before)) {
      return false;
    }
    double length = StrictMath.sqrt(left);
    basis.add(Arrays.stream(rest).map(v -> v / length).toArray());
    return true;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
