// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.List;
import java.util.Optional;
import org.meent.disclosure.output.Estimate;
import org.meent.models.sensitivity.DetectableEffect;

/**
 * What a planned effect came to.
 *
 * @param effect name in the protocol
 * @param persons persons who count
 * @param power the smallest effect that these persons could show, told before anything is fitted;
 *     empty if they cannot carry a comparison
 * @param rows estimates and refusals, in the order of the protocol
 * @param criteria each criterion that was measured before an answer was given
 * @param balance each covariate's standardised mean difference before and after weighting
 * @param propensities how propensities are spread over the arms, in twenty bins of [0, 1]
 * @param checks what stands between the figures and an answer
 */
public record EffectResult(
    String effect,
    long persons,
    Optional<DetectableEffect> power,
    List<Estimate> rows,
    List<Criterion> criteria,
    List<BalanceRow> balance,
    Spread propensities,
    EffectChecks checks) {

  /** Copies the lists. */
  public EffectResult {
    rows = List.copyOf(rows);
    criteria = List.copyOf(criteria);
    balance = List.copyOf(balance);
  }

  /** The same with other rows. */
  EffectResult withRows(List<Estimate> other) {
    return new EffectResult(effect, persons, power, other, criteria, balance, propensities, checks);
  }

  /** Figures that no gate of an effect looks at, with what was measured before they were given. */
  static EffectResult of(String name, long persons, List<Estimate> rows, List<Criterion> criteria) {
    return new EffectResult(
        name,
        persons,
        Optional.empty(),
        rows,
        criteria,
        List.of(),
        new Spread(List.of(), List.of()),
        EffectChecks.none());
  }

  /**
   * A criterion with its limit, and what was measured.
   *
   * @param method the method whose propensities were measured
   * @param limit id of the limit in the rule set
   * @param estimand estimand that the criterion guards
   * @param measured the number found
   * @param bound the limit
   * @param met whether the estimand may be answered as far as this criterion goes
   */
  public record Criterion(
      String method, String limit, String estimand, double measured, double bound, boolean met) {}

  /**
   * Balance of one covariate.
   *
   * @param covariate name
   * @param before standardised mean difference as found
   * @param after the same with the weights of the first planned estimand that was answered, by the
   *     last method that adjusts
   */
  public record BalanceRow(String covariate, double before, double after) {}

  /**
   * Counts in equal bins of [0, 1].
   *
   * @param treated persons in the arm of interest
   * @param controls persons in the reference
   */
  public record Spread(List<Long> treated, List<Long> controls) {

    /** Copies the counts. */
    public Spread {
      treated = List.copyOf(treated);
      controls = List.copyOf(controls);
    }
  }
}
