// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.mechanism;

import java.util.List;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict.Measure;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Interval;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;
import org.meent.models.sensitivity.RobustnessValue;
import org.meent.protocols.literature.Reference;

/**
 * What was learned on one division into folds, and the effects that follow.
 *
 * @param scores of the effect
 * @param plain probability of support given covariates
 * @param support probability of support given covariates and mechanism
 * @param outcome expected outcome with support given covariates and mechanism
 * @param expected its mean without support, given covariates
 */
record MediationScores(
    Scores scores, double[] plain, double[] support, double[] outcome, double[] expected) {

  EffectEstimate total() {
    return estimate("total", 1, 0, -1);
  }

  EffectEstimate direct() {
    return estimate("direct", 0, 1, -1);
  }

  EffectEstimate through() {
    return estimate("through", 1, -1, 0);
  }

  /** The weight that turns people with support into people without it, as far as these go. */
  private double representer(int row) {
    return (1 - support[row]) / (support[row] * (1 - plain[row]));
  }

  /** Scores of E[Y(1,M(1))], E[Y(1,M(0))] and E[Y(0,M(0))] for a row. */
  private double[] means(int row, int w, double y) {
    double e = scores.propensity()[row];
    double with = scores.treated()[row];
    double without = scores.reference()[row];
    double crossed = expected[row];
    if (w == 1) {
      with += (y - with) / e;
      crossed += representer(row) * (y - outcome[row]);
    } else {
      without += (y - without) / (1 - e);
      crossed += (outcome[row] - expected[row]) / (1 - plain[row]);
    }
    return new double[] {with, crossed, without};
  }

  private EffectEstimate estimate(String part, int with, int crossed, int without) {
    Frame pair = scores.pair();
    int[] w = pair.treatment();
    double[] y = pair.outcome();
    double[] weights = pair.weights();
    double[] score = new double[y.length];
    double total = 0;
    double value = 0;
    for (int i = 0; i < y.length; i++) {
      double[] means = means(i, w[i], y[i]);
      score[i] = with * means[0] + crossed * means[1] + without * means[2];
      total += weights[i];
      value += weights[i] * score[i];
    }
    value /= total;
    double[] influence = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      influence[i] = weights[i] * (score[i] - value) / total;
    }
    ClusterVariance variance = ClusterVariance.of(influence, pair, null);
    double df = pair.clustered() ? variance.degreesOfFreedom() : pair.rows() - 2.0;
    EffectEstimate shape =
        new EffectEstimate(
            "mediation",
            Estimand.ATE,
            pair.arms().get(1),
            pair.arms().get(0),
            part,
            value,
            variance.standardError(),
            value,
            value,
            df,
            pair.count(1),
            pair.count(0));
    return with(shape, value, variance.standardError());
  }

  /** The same estimate with another value, error and interval. */
  static EffectEstimate with(EffectEstimate estimate, double value, double se) {
    Interval interval = Interval.of(value, se, estimate.degreesOfFreedom());
    return new EffectEstimate(
        estimate.method(),
        estimate.estimand(),
        estimate.arm(),
        estimate.reference(),
        estimate.group(),
        value,
        se,
        interval.lower(),
        interval.upper(),
        estimate.degreesOfFreedom(),
        estimate.treated(),
        estimate.controls());
  }

  /**
   * Whether people with support can stand for the mechanisms of those without it: the share of
   * those without it whose mechanism next to nobody alike has with support, and the effective
   * number and largest share of people with support once they are weighted to these mechanisms.
   */
  List<Measure> overlap(OverlapLimits limits) {
    int[] w = scores.pair().treatment();
    double[] weights = scores.pair().weights();
    double out = 0;
    double target = 0;
    double sum = 0;
    double square = 0;
    double top = 0;
    for (int i = 0; i < w.length; i++) {
      if (w[i] == 0) {
        target += weights[i];
        out += support[i] < limits.edge() ? weights[i] : 0;
      } else {
        double mass = weights[i] * representer(i);
        sum += mass;
        square += mass * mass;
        top = Math.max(top, mass);
      }
    }
    return List.of(
        new Measure("mechanism-outside-share", out / target, limits.mostOutside(), true),
        new Measure(
            "mechanism-effective-rows", sum * sum / square, limits.fewestEffective(), false),
        new Measure("mechanism-largest-weight-share", top / sum, limits.largestShare(), true));
  }

  /**
   * How strong something unmeasured that moves mechanism and outcome would have to be to bring the
   * part through the mechanism to zero: it would have to explain this share of what is left of the
   * outcome, and of the weights that exchange mechanisms. {@code E[Y(1,M(0))]} is a linear
   * functional of {@code μ} with representer {@code α}, so leaving a variable out moves it by at
   * most {@code S r/√(1-r)}, where {@code S² = E[W(Y - μ)²] E[α²]}; support itself is as good as
   * drawn, so it moves neither of the other means.
   */
  @Reference(
      authors = "V. Chernozhukov, C. Cinelli, W. Newey, A. Sharma, V. Syrgkanis (2022)",
      title = "Long story short: omitted variable bias in causal machine learning",
      source = "NBER Working Paper 30302",
      url = "https://doi.org/10.3386/w30302")
  RobustnessValue strength(EffectEstimate through) {
    int[] w = scores.pair().treatment();
    double[] y = scores.pair().outcome();
    double[] weights = scores.pair().weights();
    double total = 0;
    double left = 0;
    double square = 0;
    for (int i = 0; i < w.length; i++) {
      total += weights[i];
      if (w[i] == 1) {
        left += weights[i] * (y[i] - outcome[i]) * (y[i] - outcome[i]);
        square += weights[i] * representer(i) * representer(i);
      }
    }
    double scale = StrictMath.sqrt(left / total * (square / total));
    double size = Math.abs(through.value());
    double sure = size - Interval.quantile(through.degreesOfFreedom()) * through.se();
    return new RobustnessValue(share(size / scale), share(Math.max(0, sure) / scale));
  }

  /** Solves {@code r/√(1-r) = f}. */
  private static double share(double f) {
    double square = f * f;
    return (StrictMath.sqrt(square * square + 4 * square) - square) / 2;
  }
}
