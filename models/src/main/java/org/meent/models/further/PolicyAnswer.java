// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.Comparator;
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
 * @param without the gain over today without each municipality; empty if no column was named
 * @param proxies how well the questions tell protected attributes
 * @param groups gains and gaps by protected group
 */
public record PolicyAnswer(
    List<String> questions,
    List<String> arms,
    CapacitySearch.Found found,
    List<Gain> gains,
    List<Gain> without,
    List<ProxyStrength> proxies,
    GroupGains groups) {

  /** Stands for what happens now. */
  public static final String TODAY = "today";

  /** Stands for what people wanted. */
  public static final String PREFERENCE = "preference";

  /** Copies the lists. */
  public PolicyAnswer {
    questions = List.copyOf(questions);
    arms = List.copyOf(arms);
    gains = List.copyOf(gains);
    without = List.copyOf(without);
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

  /**
   * Whether the rule is better than every arm for everybody, beyond chance. If not, nothing speaks
   * for asking questions at all: no pattern was found.
   */
  public boolean pattern() {
    return pattern(gains, arms);
  }

  /** The gain over the best single arm: the smallest of them. */
  public Gain overBestArm() {
    return overBestArm(gains, arms);
  }

  /** Whether gains show a pattern; the best single arm is not known, so all must be beaten. */
  public static boolean pattern(List<Gain> gains, List<String> arms) {
    return gains.stream()
        .filter(gain -> arms.contains(gain.over()))
        .allMatch(gain -> gain.value().lower() > 0);
  }

  /** The smallest gain over an arm for everybody. */
  public static Gain overBestArm(List<Gain> gains, List<String> arms) {
    return gains.stream()
        .filter(gain -> arms.contains(gain.over()))
        .min(Comparator.comparingDouble(gain -> gain.value().gain()))
        .orElseThrow();
  }
}
