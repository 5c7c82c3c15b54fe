// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

/**
 * What a person is like. The first eight are about standard normal over all who enter benefit; high
 * is good, except for debt.
 *
 * @param ability what the labour market pays for
 * @param health physical health
 * @param mental mental health
 * @param motivation motivation and network; in no file, so this is the hidden confounder
 * @param language command of Dutch
 * @param debt problematic debts
 * @param social social network
 * @param residual what makes some leave sooner whatever their traits; no file has it, nothing but
 *     leaving depends on it
 * @param capacity what the person can produce, in percent of the minimum wage
 * @param scores true self-sufficiency scores, 1 to 5, in the order of {@link ZrmDomain}
 */
public record Traits(
    double ability,
    double health,
    double mental,
    double motivation,
    double language,
    double debt,
    double social,
    double residual,
    int capacity,
    int[] scores) {

  /** The true score of a domain. */
  public int score(ZrmDomain domain) {
    return scores[domain.ordinal()];
  }
}
