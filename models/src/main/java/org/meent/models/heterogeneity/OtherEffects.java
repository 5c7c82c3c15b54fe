// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.heterogeneity;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.meent.models.frame.Frame;
import org.meent.models.heterogeneity.EffectLearner.Residuals;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;

/**
 * What another way to effects per row sees, on rows that it did not learn from.
 *
 * @param learner the way
 * @param baseline its gain over one effect for everybody
 * @param correlation of its effects with those of the causal forest; 0 if either never varies
 */
public record OtherEffects(EffectLearner learner, BaselineComparison baseline, double correlation) {

  /**
   * Asks every learner.
   *
   * @param residuals what predictions of outcome and treatment leave of each row
   * @param forest effects of the causal forest, out of bag
   * @param learners of the regression, stacked
   * @param fold the fold of each row
   */
  public static List<OtherEffects> of(
      Frame pair,
      Residuals residuals,
      double[] forest,
      List<Learner> learners,
      int[] fold,
      long seed,
      Parallel parallel) {
    return Arrays.stream(EffectLearner.values())
        .map(
            learner -> {
              double[] effects =
                  learner.effects(
                      pair, residuals, learners, fold, seed + learner.ordinal(), parallel);
              return new OtherEffects(
                  learner,
                  BaselineComparison.of(pair, effects, residuals.outcome(), residuals.treatment()),
                  correlation(effects, forest));
            })
        .toList();
  }

  private static double correlation(double[] effects, double[] forest) {
    double found = new PearsonsCorrelation().correlation(effects, forest);
    return Double.isNaN(found) ? 0 : found;
  }
}
