// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
 * @param exits planned curves of leaving by name, in the order written
 * @param harm what is asked of possible harm beside every effect
 * @param further what is asked beyond averages
 */
public record AnalysisPlan(
    long seed,
    SequencedMap<String, Effect> effects,
    int trees,
    Optional<EffectFamilyPlan> family,
    SequencedMap<String, HorizonPlan> horizons,
    SequencedMap<String, ExitContrast> exits,
    PossibleHarm harm,
    FurtherPlan further) {
  /** Stands for the usual number of trees. */
  public static final int USUAL = 0;

  /** Copies the maps. */
  public AnalysisPlan {
    effects = Ordered.copy(effects);
    horizons = Ordered.copy(horizons);
    exits = Ordered.copy(exits);
  }

  /**
   * Effects that stand alone and say nothing of harm: a protocol that people sign cannot be so
   * short.
   */
  public AnalysisPlan(long seed, SequencedMap<String, Effect> effects) {
    this(
        seed,
        effects,
        USUAL,
        Optional.empty(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        PossibleHarm.NONE,
        FurtherPlan.NONE);
  }

  /** Everything that is estimated: each planned effect, then the same on each measured harm. */
  public SequencedMap<String, Effect> estimated() {
    SequencedMap<String, Effect> all = new LinkedHashMap<>();
    effects.forEach(
        (name, effect) -> {
          all.put(name, effect);
          all.putAll(harms(name));
        });
    return Ordered.copy(all);
  }

  /**
   * What stands beside a planned effect: the same contrast on each outcome that measures a possible
   * harm, by a name that no planned effect can have.
   */
  public SequencedMap<String, Effect> harms(String effect) {
    SequencedMap<String, Effect> beside = new LinkedHashMap<>();
    Effect planned = Objects.requireNonNull(effects.get(effect));
    for (String outcome : harm.outcomes()) {
      if (!outcome.equals(planned.outcome())) {
        beside.put(effect + "/" + outcome, planned.withOutcome(outcome));
      }
    }
    return Ordered.copy(beside);
  }

  /** The planned effect that something estimated belongs to: itself, or what it stands beside. */
  public static String planned(String estimated) {
    int end = estimated.indexOf('/');
    return end < 0 ? estimated : estimated.substring(0, end);
  }

  /**
   * Curves of how people leave, of an arm and a reference.
   *
   * @param arm the arm of interest
   * @param reference the arm it is compared with
   * @param knownOnly covariates that must be known for a person to count; empty for everybody
   * @param covariates covariates that the adjustment uses
   * @param estimand of whom the curves are, in lower case: ate, att, atc
   * @param horizon the last month of the curves
   */
  public record ExitContrast(
      String arm,
      String reference,
      List<String> knownOnly,
      List<String> covariates,
      String estimand,
      int horizon) {

    /** Copies the lists. */
    public ExitContrast {
      knownOnly = List.copyOf(knownOnly);
      covariates = List.copyOf(covariates);
    }

    /** Whether an effect compares the same arms among the same people. */
    public boolean isOf(Effect effect) {
      return arm.equals(effect.arm())
          && reference.equals(effect.reference())
          && knownOnly.equals(effect.knownOnly());
    }
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

    /** The same contrast on another outcome. */
    public Effect withOutcome(String other) {
      return new Effect(
          other, knownOnly, arm, reference, estimands, methods, covariates, groups, gates);
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
