// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import org.meent.protocols.literature.Reference;

/**
 * A proportional-hazards model of one kind of exit. Coefficients describe associations with the
 * pace of leaving; they are not effects of support.
 *
 * @param coefficients log hazard ratios, one per covariate
 * @param standardErrors from the observed information
 * @param robustErrors from the score residuals of rows
 * @param logLikelihood the log partial likelihood at the maximum
 * @param concordance of pairs whose order of exit is known, the share where the higher predicted
 *     pace leaves first, ties in prediction counted half
 */
public record ProportionalHazards(
    double[] coefficients,
    double[] standardErrors,
    double[] robustErrors,
    double logLikelihood,
    double concordance) {

  /** How exits at one time are handled. */
  public enum Ties {
    /** They leave one after another, averaged over the order. */
    EFRON,
    /** They all face the same risk set. */
    BRESLOW
  }

  /**
   * Cox's model of a cause, rows that leave otherwise being censored then.
   *
   * @param columns covariates by column, without missing values
   */
  @Reference(
      authors = "D. R. Cox (1972)",
      title = "Regression models and life-tables",
      source = "Journal of the Royal Statistical Society B 34, 187-220",
      url = "https://doi.org/10.1111/j.2517-6161.1972.tb00899.x")
  @Reference(
      authors = "B. Efron (1977)",
      title = "The efficiency of Cox's likelihood function for censored data",
      source = "Journal of the American Statistical Association 72, 557-565",
      url = "https://doi.org/10.1080/01621459.1977.10480613")
  public static ProportionalHazards cox(Exits exits, int cause, double[][] columns, Ties ties) {
    return new PartialLikelihood(exits, cause, columns, ties, false).maximise();
  }

  /**
   * Fine and Gray's model of the share that leaves through a cause: rows that left otherwise stay
   * in the risk set with the chance of not yet being censored. Ties by Efron's method.
   */
  @Reference(
      authors = "J. P. Fine, R. J. Gray (1999)",
      title = "A proportional hazards model for the subdistribution of a competing risk",
      source = "Journal of the American Statistical Association 94, 496-509",
      url = "https://doi.org/10.1080/01621459.1999.10474144")
  public static ProportionalHazards fineGray(Exits exits, int cause, double[][] columns) {
    return new PartialLikelihood(exits, cause, columns, Ties.EFRON, true).maximise();
  }
}
