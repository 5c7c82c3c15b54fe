// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import java.util.List;
import java.util.Optional;
import org.meent.linkage.world.people.Household;

/**
 * Six years of a household, as they truly were. Months count from January 2019.
 *
 * @param household who
 * @param states the recipient's state in each month
 * @param partTime whether the recipient worked beside the benefit
 * @param jobs number of the recipient's job in each month; 0 for none
 * @param caseworkers place of the caseworker in each month
 * @param spells spells of benefit
 * @param provisions support
 * @param plan the plan of approach, if there was one
 */
public record Life(
    Household household,
    State[] states,
    boolean[] partTime,
    int[] jobs,
    int[] caseworkers,
    List<BenefitSpell> spells,
    List<Provision> provisions,
    Optional<Plan> plan) {

  /** Copies the lists. */
  public Life {
    spells = List.copyOf(spells);
    provisions = List.copyOf(provisions);
  }

  /** Whether the recipient, and a partner with him or her, is in benefit in a month. */
  public boolean inBenefit(int month) {
    return states[month] == State.BENEFIT;
  }

  /** What the partner lives on in a month: the benefit is shared, and a job of either ends it. */
  public State partnerState(int month) {
    if (states[month] == State.BENEFIT) {
      return State.BENEFIT;
    }
    for (BenefitSpell spell : spells) {
      boolean works = spell.reason().equals(Optional.of(ExitReason.PARTNER_WORK));
      if (works && spell.end() <= month && noBenefitBetween(spell.end(), month)) {
        return State.WORK;
      }
    }
    return State.NONE;
  }

  private boolean noBenefitBetween(int from, int month) {
    for (int m = from; m <= month; m++) {
      if (states[m] == State.BENEFIT) {
        return false;
      }
    }
    return true;
  }
}
