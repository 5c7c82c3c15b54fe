// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * The planned analyses, fixed before a result is looked at.
 *
 * @param seed seed of all random streams
 * @param effects planned effects by name, in the order written
 * @param further what is asked beyond averages
 */
public record AnalysisPlan(long seed, SequencedMap<String, Effect> effects, FurtherPlan further) {

  /** Copies the effects. */
  public AnalysisPlan {
    effects = Ordered.copy(effects);
  }

  /** Averages and nothing beyond them. */
  public AnalysisPlan(long seed, SequencedMap<String, Effect> effects) {
    this(seed, effects, FurtherPlan.NONE);
  }

  /**
   * One planned effect.
   *
   * @param outcome name of the outcome
   * @param knownOnly covariates that must be known for a person to count; empty for everybody
   * @param arm the arm of interest
   * @param reference the arm it is compared with
   * @param estimands whose average effect is asked, in lower case: ate, att, atc, overlap
   * @param methods how it is estimated
   * @param covariates covariates that the adjustment uses
   * @param groups covariates of type code by whose values effects are shown
   */
  public record Effect(
      String outcome,
      List<String> knownOnly,
      String arm,
      String reference,
      List<String> estimands,
      List<Method> methods,
      List<String> covariates,
      List<String> groups) {

    /** Copies the lists. */
    public Effect {
      knownOnly = List.copyOf(knownOnly);
      estimands = List.copyOf(estimands);
      methods = List.copyOf(methods);
      covariates = List.copyOf(covariates);
      groups = List.copyOf(groups);
    }
  }

  /** How an effect is estimated. */
  public enum Method {
    /** Mean of the treated minus mean of the untreated. */
    DIFFERENCE_IN_MEANS,
    /** Augmented inverse propensity weighting with cross-fitted learners. */
    DOUBLY_ROBUST;

    /** The name as written in a protocol. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
