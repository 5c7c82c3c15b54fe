// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The planned analyses, fixed before a result is looked at.
 *
 * @param seed seed of all random streams
 * @param effects planned effects by name, in the order written
 * @param trees trees of every causal forest; {@link #USUAL} if the protocol does not say
 * @param family what is read together and adjusted for one another; empty if nothing is
 * @param horizons effects that are one effect at several moments, by name
 */
public record AnalysisPlan(
    long seed,
    SequencedMap<String, Effect> effects,
    int trees,
    Optional<EffectFamilyPlan> family,
    SequencedMap<String, HorizonPlan> horizons) {
  /** Stands for the usual number of trees. */
  public static final int USUAL = 0;

  /** Copies the maps. */
  public AnalysisPlan {
    effects = Ordered.copy(effects);
    horizons = Ordered.copy(horizons);
  }

  /** Effects that stand alone. */
  public AnalysisPlan(long seed, SequencedMap<String, Effect> effects) {
    this(seed, effects, USUAL, Optional.empty(), Ordered.copy(new java.util.LinkedHashMap<>()));
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
   * @param gates what the gates need to know beside the covariates
   */
  public record Effect(
      String outcome,
      List<String> knownOnly,
      String arm,
      String reference,
      List<String> estimands,
      List<Method> methods,
      List<String> covariates,
      List<String> groups,
      GatePlan gates) {

    /** Copies the lists. */
    public Effect {
      knownOnly = List.copyOf(knownOnly);
      estimands = List.copyOf(estimands);
      methods = List.copyOf(methods);
      covariates = List.copyOf(covariates);
      groups = List.copyOf(groups);
    }

    /** An effect whose gates know nothing beside the covariates. */
    public Effect(
        String outcome,
        List<String> knownOnly,
        String arm,
        String reference,
        List<String> estimands,
        List<Method> methods,
        List<String> covariates,
        List<String> groups) {
      this(
          outcome,
          knownOnly,
          arm,
          reference,
          estimands,
          methods,
          covariates,
          groups,
          GatePlan.NONE);
    }
  }

  /** How an effect is estimated. */
  public enum Method {
    /** Mean of the treated minus mean of the untreated. */
    DIFFERENCE_IN_MEANS,
    /** Augmented inverse propensity weighting with cross-fitted learners. */
    DOUBLY_ROBUST,
    /** An honest causal forest, averaged by doubly robust scores. */
    CAUSAL_FOREST;

    /** Whether it uses covariates. */
    public boolean adjusts() {
      return this != DIFFERENCE_IN_MEANS;
    }

    /** The name as written in a protocol. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
