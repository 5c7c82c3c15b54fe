// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.RepeatedScores;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;

/**
 * A fitted comparison of one arm with the reference: effects per row and the averages that follow.
 * Outcome and treatment were predicted on several divisions into folds; the forest and the checks
 * use the mean prediction of each row, averages are the median over the divisions.
 *
 * @param frame the rows of the two arms
 * @param splits what was learned on each division
 * @param expected the mean predicted outcome of each row
 * @param propensity the mean probability of treatment of each row, within the bounds
 * @param effects effects of the rows learned from and of new rows
 */
public record CausalFit(
    Frame frame,
    List<Nuisances> splits,
    double[] expected,
    double[] propensity,
    ForestEffects effects) {

  /** Copies the list. */
  public CausalFit {
    splits = List.copyOf(splits);
  }

  static CausalFit of(Frame frame, List<Nuisances> splits, ForestEffects effects) {
    return new CausalFit(
        frame, splits, Nuisances.meanOutcome(splits), Nuisances.meanTreatment(splits), effects);
  }

  /** How the treatment was learned on the first division. */
  public CrossFit propensityFit() {
    return splits.getFirst().treatment();
  }

  /** How the outcome was learned on the first division. */
  public CrossFit outcomeFit() {
    return splits.getFirst().outcome();
  }

  /** How many propensities were moved to the bound, in the division where they were most. */
  public long bounded() {
    return splits.stream().mapToLong(Nuisances::bounded).max().orElse(0);
  }

  /** The doubly robust average effect of an estimand. */
  public EffectEstimate estimate(Estimand estimand) {
    return scores().estimate(estimand, EffectEstimate.ALL, null);
  }

  /** What is left of outcome and treatment. */
  public Centred centred() {
    return Centred.of(frame, propensity, expected);
  }

  /** Doubly robust scores with the forest's effects, on each division. */
  public RepeatedScores scores() {
    return new RepeatedScores(splits.stream().map(this::scores).toList());
  }

  private Scores scores(Nuisances split) {
    double[] m = split.outcome().predictions();
    double[] e = split.expected();
    double[] tau = effects.effect();
    double[] reference = new double[m.length];
    double[] treated = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      reference[i] = m[i] - e[i] * tau[i];
      treated[i] = reference[i] + tau[i];
    }
    return new Scores("causal-forest", frame, e, reference, treated);
  }
}
