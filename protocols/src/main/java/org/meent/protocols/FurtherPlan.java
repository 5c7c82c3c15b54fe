// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is asked beyond averages: which support for whom, whether it is right for every group, what
 * errors of measurement would change, and why support works.
 *
 * @param protectedCovariates covariates of type code that serve testing: never asked by a rule,
 *     never a split, never a stated reason
 * @param proxies covariates that stand for them, with the same walls
 * @param municipality covariate of type code whose values are left out in turn; empty if none
 * @param rater covariate of type code that says who scored or recorded a person; empty if none
 * @param reliability what is known of the error of covariates that were measured with error
 * @param misclassified {@code arm}, covariates and outcomes with two values whose records may be
 *     wrong, at rates that nobody knows
 * @param policies planned rules by name, in the order written
 * @param mechanisms planned mechanisms by name, in the order written
 */
public record FurtherPlan(
    List<String> protectedCovariates,
    List<String> proxies,
    String municipality,
    String rater,
    SequencedMap<String, Reliability> reliability,
    List<String> misclassified,
    SequencedMap<String, PolicyPlan> policies,
    SequencedMap<String, MechanismPlan> mechanisms) {

  /** The name under which the record of the treatment itself may be wrong. */
  public static final String ARM = "arm";

  /** Nothing. */
  public static final FurtherPlan NONE =
      new FurtherPlan(
          List.of(),
          List.of(),
          "",
          "",
          new LinkedHashMap<>(),
          List.of(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>());

  /** Copies the collections. */
  public FurtherPlan {
    protectedCovariates = List.copyOf(protectedCovariates);
    proxies = List.copyOf(proxies);
    reliability = Ordered.copy(reliability);
    misclassified = List.copyOf(misclassified);
    policies = Ordered.copy(policies);
    mechanisms = Ordered.copy(mechanisms);
  }

  /**
   * What is known of the error of a covariate.
   *
   * @param share share of its variance that is not error; empty if nobody knows
   * @param source where the share comes from; empty if that was not written
   */
  public record Reliability(Optional<BigDecimal> share, String source) {}

  /** Whether a covariate may serve testing only. */
  public boolean isProtected(String covariate) {
    return protectedCovariates.contains(covariate) || proxies.contains(covariate);
  }

  /** Whether anything is asked that an average does not answer. */
  public boolean asks() {
    return !policies.isEmpty() || !mechanisms.isEmpty() || asksMeasurement();
  }

  /** Whether anything is asked about errors of measurement. */
  public boolean asksMeasurement() {
    return !reliability.isEmpty() || !misclassified.isEmpty() || !rater.isEmpty();
  }
}
