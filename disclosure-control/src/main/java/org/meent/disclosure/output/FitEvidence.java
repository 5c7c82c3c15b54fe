// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * What stands behind one estimate.
 *
 * @param treated unweighted units in the arm of interest, within the group
 * @param controls unweighted units in the arm compared with, within the group
 * @param residualDegreesOfFreedom units minus what was estimated from them
 * @param parameters parameters of the model whose figures leave; 2 for a difference in means
 * @param smallestCategory fewest units behind any category, dummy or leaf that the model uses, the
 *     arms included; 1 is a dummy for one record
 * @param saturation whether the model has a parameter for every pattern of its covariates
 * @param meanOf measure whose cell means determine the estimate exactly, as in a difference in
 *     means, so that the gate links the two; empty if there is none
 */
public record FitEvidence(
    long treated,
    long controls,
    long residualDegreesOfFreedom,
    int parameters,
    long smallestCategory,
    Saturation saturation,
    String meanOf) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public FitEvidence {
    if (treated < 0 || controls < 0 || parameters < 0 || smallestCategory < 0) {
      throw new IllegalArgumentException("evidence of an estimate has a negative number");
    }
  }

  /** A model that does not reproduce cell means. */
  public static FitEvidence ofModel(
      long treated,
      long controls,
      long residualDegreesOfFreedom,
      int parameters,
      long smallestCategory) {
    return new FitEvidence(
        treated,
        controls,
        residualDegreesOfFreedom,
        parameters,
        smallestCategory,
        Saturation.NOT_SATURATED,
        "");
  }

  /** A difference in means of a measure: two parameters, saturated by its two arms. */
  public static FitEvidence ofDifferenceInMeans(long treated, long controls, String measure) {
    return new FitEvidence(
        treated,
        controls,
        treated + controls - 2,
        2,
        Math.min(treated, controls),
        Saturation.SATURATED,
        measure);
  }

  /** Whether a model reproduces the table of its covariates. */
  public enum Saturation {
    /** As many parameters as patterns: a table in other words. */
    SATURATED,
    /** Fewer parameters than patterns. */
    NOT_SATURATED
  }

  /** No figure. */
  @Override
  public String toString() {
    return "FitEvidence";
  }
}
