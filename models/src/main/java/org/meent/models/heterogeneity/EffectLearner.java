// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.heterogeneity;

import java.util.List;
import java.util.Locale;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.protocols.literature.Reference;

/**
 * Ways to effects per row that turn the question into an ordinary regression, so that any learner
 * can answer it. They stand beside the causal forest: a pattern that only one of them sees is not
 * worth much.
 */
@Reference(
    authors = "E. H. Kennedy (2023)",
    title = "Towards optimal doubly robust estimation of heterogeneous causal effects",
    source = "Electronic Journal of Statistics 17, 3008-3049",
    url = "https://doi.org/10.1214/23-EJS2157")
@Reference(
    authors = "X. Nie, S. Wager (2021)",
    title = "Quasi-oracle estimation of heterogeneous treatment effects",
    source = "Biometrika 108, 299-319",
    url = "https://doi.org/10.1093/biomet/asaa076")
public enum EffectLearner {
  /** Regresses the doubly robust score of each row on its covariates. */
  DR_LEARNER {
    @Override
    double[] target(Residuals of) {
      return of.scores();
    }

    @Override
    double[] weights(Frame pair, Residuals of) {
      return pair.weights();
    }
  },

  /** Minimises {@code Σ (Ỹ - W̃ τ(X))²}: regresses {@code Ỹ/W̃} with weights {@code W̃²}. */
  R_LEARNER {
    @Override
    double[] target(Residuals of) {
      double[] ratio = of.outcome().clone();
      for (int i = 0; i < ratio.length; i++) {
        ratio[i] /= of.treatment()[i];
      }
      return ratio;
    }

    @Override
    double[] weights(Frame pair, Residuals of) {
      double[] weights = pair.weights();
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= of.treatment()[i] * of.treatment()[i];
      }
      return weights;
    }
  };

  /**
   * What cross-fitted predictions of outcome and treatment leave of each row.
   *
   * @param outcome outcome less its prediction
   * @param treatment treatment less its propensity; never zero
   * @param scores doubly robust scores
   */
  public record Residuals(double[] outcome, double[] treatment, double[] scores) {}

  abstract double[] target(Residuals of);

  abstract double[] weights(Frame pair, Residuals of);

  /** The name in results. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The effect of each row, learned from rows outside its fold.
   *
   * @param learners of the regression, stacked
   * @param fold the fold of each row
   */
  public double[] effects(
      Frame pair, Residuals of, List<Learner> learners, int[] fold, long seed, Parallel parallel) {
    return CrossFit.of(
            learners, pair.design(), target(of), weights(pair, of), fold, i -> true, seed, parallel)
        .predictions();
  }
}
