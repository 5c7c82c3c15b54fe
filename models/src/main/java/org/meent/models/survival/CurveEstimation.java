// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.ArrayList;
import java.util.List;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Interval;
import org.meent.models.effect.SimultaneousQuantile;
import org.meent.models.frame.Frame;

/** From predictions and what was observed beyond them to curves with standard errors and bands. */
final class CurveEstimation {
  private static final String METHOD = "exit curves, doubly robust";

  /** The 0.975 quantile of the normal distribution. */
  private static final double NORMAL = 1.959963984540054;

  private final Frame pair;
  private final StandardisedWeights weights;
  private final long seed;

  CurveEstimation(Frame pair, StandardisedWeights weights, long seed) {
    this.pair = pair;
    this.weights = weights;
    this.seed = seed;
  }

  /** Values by month and the influence of each row on them, {@code [month - 1][row]}. */
  private record Path(double[] value, double[][] influence) {
    Path minus(Path other) {
      double[] difference = new double[value.length];
      double[][] changes = new double[value.length][influence[0].length];
      for (int m = 0; m < difference.length; m++) {
        difference[m] = value[m] - other.value[m];
        for (int i = 0; i < changes[m].length; i++) {
          changes[m][i] = influence[m][i] - other.influence[m][i];
        }
      }
      return new Path(difference, changes);
    }
  }

  ExitCurves.ExitCurve curve(String kind, List<CounterfactualIncidence> sides, int horizon) {
    Path reference = path(sides.get(0), 0, horizon);
    Path arm = path(sides.get(1), 1, horizon);
    Path difference = arm.minus(reference);
    return new ExitCurves.ExitCurve(
        kind, points(reference), points(arm), points(difference), monthsGained(difference));
  }

  private Path path(CounterfactualIncidence incidence, int side, int horizon) {
    int n = pair.rows();
    int[] w = pair.treatment();
    double[] value = new double[horizon];
    double[][] predicted = new double[n][];
    double[][] influence = new double[horizon][n];
    for (int i = 0; i < n; i++) {
      predicted[i] = incidence.predicted(i);
      double[] beyond = w[i] == side ? incidence.observedBeyond(i) : new double[horizon];
      for (int m = 0; m < horizon; m++) {
        influence[m][i] = weights.stand()[i] * beyond[m];
        value[m] += weights.population()[i] * predicted[i][m] + influence[m][i];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int m = 0; m < horizon; m++) {
        influence[m][i] += weights.population()[i] * (predicted[i][m] - value[m]);
      }
    }
    return new Path(value, influence);
  }

  private List<CurvePoint> points(Path path) {
    double[] se = new double[path.value.length];
    double df = Double.POSITIVE_INFINITY;
    for (int m = 0; m < se.length; m++) {
      ClusterVariance variance = ClusterVariance.of(path.influence[m], pair, null);
      se[m] = variance.standardError();
      df = Math.min(df, variance.degreesOfFreedom());
    }
    double single = Interval.quantile(df);
    double whole = SimultaneousQuantile.of(path.influence, pair, seed).quantile() * single / NORMAL;
    List<CurvePoint> points = new ArrayList<>();
    for (int m = 0; m < se.length; m++) {
      double v = path.value[m];
      points.add(
          new CurvePoint(
              m + 1,
              v,
              se[m],
              v - single * se[m],
              v + single * se[m],
              v - whole * se[m],
              v + whole * se[m]));
    }
    return points;
  }

  /** Months after the exit within the horizon: the sum of the shares that have left. */
  private EffectEstimate monthsGained(Path difference) {
    double value = 0;
    double[] influence = new double[pair.rows()];
    for (int m = 0; m < difference.value.length; m++) {
      value += difference.value[m];
      for (int i = 0; i < influence.length; i++) {
        influence[i] += difference.influence[m][i];
      }
    }
    ClusterVariance variance = ClusterVariance.of(influence, pair, null);
    Interval interval = Interval.of(value, variance.standardError(), variance.degreesOfFreedom());
    return new EffectEstimate(
        METHOD,
        weights.estimand(),
        pair.arms().get(1),
        pair.arms().get(0),
        EffectEstimate.ALL,
        value,
        variance.standardError(),
        interval.lower(),
        interval.upper(),
        variance.degreesOfFreedom(),
        pair.count(1),
        pair.count(0));
  }
}
