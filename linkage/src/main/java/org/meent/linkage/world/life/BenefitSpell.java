// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import java.util.Optional;

/**
 * Months in benefit without a break.
 *
 * @param start first month, from January 2019; negative if before
 * @param end first month after it; the length of the world if it still runs
 * @param reason why it ended; empty if it still runs
 * @param again whether the recipient had left benefit less than twelve months before
 */
public record BenefitSpell(int start, int end, Optional<ExitReason> reason, boolean again) {
  /** How long it lasted, or has lasted when the world ends. */
  public int months() {
    return end - start;
  }
}
