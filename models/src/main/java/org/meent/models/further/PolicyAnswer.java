// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.List;
import org.meent.models.policy.CapacitySearch;
import org.meent.models.policy.PolicyValue;
import org.meent.models.policy.ProxyStrength;
import org.meent.models.reach.GroupGains;

/**
 * The best rule within its limits, as evidence about groups and never as an instruction for a
 * person.
 *
 * @param questions names of the covariates, by their number in the tree
 * @param arms labels of the arms
 * @param found the tree and what it reaches on the rows it was learned from
 * @param gains mean gains over something else, on rows that rules were not learned from
 * @param proxies how well the questions tell protected attributes
 * @param groups gains and gaps by protected group
 */
public record PolicyAnswer(
    List<String> questions,
    List<String> arms,
    CapacitySearch.Found found,
    List<Gain> gains,
    List<ProxyStrength> proxies,
    GroupGains groups) {

  /** Copies the lists. */
  public PolicyAnswer {
    questions = List.copyOf(questions);
    arms = List.copyOf(arms);
    gains = List.copyOf(gains);
    proxies = List.copyOf(proxies);
  }

  /**
   * A gain.
   *
   * @param over what the rule is compared with: {@code today}, {@code preference}, or an arm for
   *     everybody
   * @param value the gain
   */
  public record Gain(String over, PolicyValue value) {}

  /** Whether the rule is better than what happens today, beyond chance. */
  public boolean betterThanToday() {
    return gains.getFirst().value().lower() > 0;
  }
}
