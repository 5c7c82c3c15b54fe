// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Whether declared windows keep time straight. All windows count from the same index date, in the
 * same steps: the day on which eligibility is tested.
 *
 * <ul>
 *   <li>A treatment window that reaches beyond the index date needs a design; otherwise people must
 *       have stayed long enough to be treated, and that time counts for the treatment (immortal
 *       time).
 *   <li>Under a landmark and under sequential trials the outcome starts when the treatment window
 *       is over; under clone, censor and weight it may start at once.
 *   <li>Trials start with the index date, so treatment does not come before it.
 *   <li>Covariates end with the index date, or before treatment may start if that is earlier: what
 *       comes later may be its consequence.
 * </ul>
 *
 * @param design the design
 * @param treatment when an arm must start to count
 * @param outcome when the outcome is measured
 * @param covariates when each covariate is measured, by name
 */
@Reference(
    authors = "S. Suissa (2008)",
    title = "Immortal time bias in pharmacoepidemiology",
    source = "American Journal of Epidemiology 167(4), 492-499",
    url = "https://doi.org/10.1093/aje/kwm324")
@Reference(
    authors = "M. A. Hernán, B. C. Sauer, S. Hernández-Díaz, R. Platt, I. Shrier (2016)",
    title =
        "Specifying a target trial prevents immortal time bias and other self-inflicted injuries"
            + " in observational analyses",
    source = "Journal of Clinical Epidemiology 79, 70-75",
    url = "https://doi.org/10.1016/j.jclinepi.2016.04.014")
public record DesignCheck(
    Kind design, Span treatment, Span outcome, SequencedMap<String, Span> covariates) {

  /** How treatment and time relate. */
  public enum Kind {
    /** Arms are known on the index date. */
    KNOWN_AT_INDEX,
    /** Follow-up starts when the treatment window is over. */
    LANDMARK,
    /** A trial in every month. */
    SEQUENTIAL_TRIALS,
    /** Clones that are censored and weighted. */
    CLONE_CENSOR_WEIGHT
  }

  /** Copies the covariates. */
  public DesignCheck {
    covariates = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(covariates));
  }

  /**
   * Stops if the windows do not keep time straight; tells all faults at once.
   *
   * @throws RefusalException if there is a fault
   */
  public void demand() {
    List<Refusal> faults = faults();
    if (!faults.isEmpty()) {
      throw new RefusalException(faults);
    }
  }

  /** Every fault, empty if there is none. */
  public List<Refusal> faults() {
    List<Refusal> faults = new ArrayList<>();
    switch (design) {
      case KNOWN_AT_INDEX -> {
        if (treatment.to() > 0) {
          faults.add(refusal("immortal-time", "treatment", treatment));
        }
      }
      case LANDMARK -> {}
      case SEQUENTIAL_TRIALS, CLONE_CENSOR_WEIGHT -> {
        if (treatment.from() < 0) {
          faults.add(refusal("treatment-early", "treatment", treatment));
        }
      }
    }
    if (outcome.from() < earliestOutcome()) {
      faults.add(refusal("outcome-early", "outcome", earliestOutcome(), outcome));
    }
    int latest = Math.min(0, treatment.from());
    covariates.forEach(
        (name, span) -> {
          if (span.to() > latest) {
            faults.add(refusal("covariate-late", "covariates, " + name, latest, span));
          }
        });
    return faults;
  }

  private int earliestOutcome() {
    return switch (design) {
      case KNOWN_AT_INDEX, CLONE_CENSOR_WEIGHT -> 0;
      case LANDMARK, SEQUENTIAL_TRIALS -> Math.max(0, treatment.to());
    };
  }

  private static Refusal refusal(String code, String field, Object... args) {
    return Refusal.refused("linkage.design." + code, Where.field("cohort, " + field), args);
  }
}
