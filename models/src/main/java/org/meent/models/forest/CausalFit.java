// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;

/**
 * A fitted comparison of one arm with the reference: effects per row and the averages that follow.
 *
 * @param frame the rows of the two arms
 * @param propensityFit how the treatment was learned
 * @param outcomeFit how the outcome was learned
 * @param propensity the probability of treatment of each row, within the bounds
 * @param bounded how many propensities were moved to the bound
 * @param effects effects of the rows learned from and of new rows
 */
public record CausalFit(
    Frame frame,
    CrossFit propensityFit,
    CrossFit outcomeFit,
    double[] propensity,
    long bounded,
    ForestEffects effects) {

  /** The doubly robust average effect of an estimand. */
  public EffectEstimate estimate(Estimand estimand) {
    return scores().estimate(estimand, EffectEstimate.ALL, null);
  }

  /** Outcome less its cross-fitted prediction. */
  public double[] centredOutcome() {
    double[] left = frame.outcome();
    for (int i = 0; i < left.length; i++) {
      left[i] -= outcomeFit.predictions()[i];
    }
    return left;
  }

  /** Treatment less its propensity. */
  public double[] centredTreatment() {
    int[] w = frame.treatment();
    double[] left = new double[w.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = w[i] - propensity[i];
    }
    return left;
  }

  /** Doubly robust scores with the forest's effects. */
  public Scores scores() {
    double[] m = outcomeFit.predictions();
    double[] tau = effects.effect();
    double[] reference = new double[m.length];
    double[] treated = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      reference[i] = m[i] - propensity[i] * tau[i];
      treated[i] = reference[i] + tau[i];
    }
    return new Scores("causal-forest", frame, propensity, reference, treated);
  }
}
