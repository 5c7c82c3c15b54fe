// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.jspecify.annotations.Nullable;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Interval;
import org.meent.models.effect.Linearised;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * Average effects per unit of an amount of treatment, on one division into folds.
 *
 * @param frame the rows
 * @param outcome what is left of the outcome
 * @param dose what is left of the amount
 * @param variance predicted variance of what is left of the amount
 * @param effect effect per unit of each row, by rows other than itself
 */
public record DoseSplit(
    Frame frame, double[] outcome, double[] dose, double[] variance, double[] effect) {

  EffectEstimate estimate(Estimand estimand, String group, boolean @Nullable [] in) {
    Linearised found = linearised(estimand, in);
    ClusterVariance error = ClusterVariance.of(found.influence(), frame, in);
    long rows = 0;
    for (int i = 0; i < dose.length; i++) {
      rows += in == null || in[i] ? 1 : 0;
    }
    double df = frame.clustered() ? error.degreesOfFreedom() : rows - 2.0;
    Interval interval = Interval.of(found.value(), error.standardError(), df);
    String name = frame.arms().getFirst();
    return new EffectEstimate(
        estimand == Estimand.ATE ? "average-partial-effect" : "partially-linear",
        estimand,
        name + " + 1",
        name,
        group,
        found.value(),
        error.standardError(),
        interval.lower(),
        interval.upper(),
        df,
        rows,
        rows);
  }

  Linearised linearised(Estimand estimand, boolean @Nullable [] in) {
    return switch (estimand) {
      case ATE -> partialEffect(in);
      case OVERLAP -> partiallyLinear(in);
      case ATT, ATC -> throw new IllegalArgumentException("an amount has no arms");
    };
  }

  /** {@code τ(x) + d (y - d τ(x)) / Var(W | x)}, averaged over the rows. */
  @Reference(
      authors = "D. A. Hirshberg, S. Wager (2021)",
      title = "Augmented minimax linear estimation",
      source = "Annals of Statistics 49, 3206-3227",
      url = "https://doi.org/10.1214/21-AOS2080")
  private Linearised partialEffect(boolean @Nullable [] in) {
    double[] weights = frame.weights();
    double total = 0;
    double value = 0;
    double[] influence = new double[dose.length];
    for (int i = 0; i < dose.length; i++) {
      if (in == null || in[i]) {
        influence[i] = score(i);
        total += weights[i];
        value += weights[i] * influence[i];
      }
    }
    value /= total;
    for (int i = 0; i < dose.length; i++) {
      influence[i] = in == null || in[i] ? weights[i] * (influence[i] - value) / total : 0;
    }
    return new Linearised(value, influence);
  }

  private double score(int i) {
    return effect[i] + dose[i] * (outcome[i] - dose[i] * effect[i]) / variance[i];
  }

  /** Least squares of what is left of the outcome on what is left of the amount. */
  @Reference(
      authors = "P. M. Robinson (1988)",
      title = "Root-N-consistent semiparametric regression",
      source = "Econometrica 56, 931-954",
      url = "https://doi.org/10.2307/1912705")
  private Linearised partiallyLinear(boolean @Nullable [] in) {
    double[] weights = frame.weights();
    double cross = 0;
    double square = 0;
    for (int i = 0; i < dose.length; i++) {
      if (in == null || in[i]) {
        cross += weights[i] * dose[i] * outcome[i];
        square += weights[i] * dose[i] * dose[i];
      }
    }
    double value = cross / square;
    double[] influence = new double[dose.length];
    for (int i = 0; i < dose.length; i++) {
      if (in == null || in[i]) {
        influence[i] = weights[i] * dose[i] * (outcome[i] - value * dose[i]) / square;
      }
    }
    return new Linearised(value, influence);
  }
}
