// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

/** Somebody who reads figures and tries to find out about few people. */
interface Attack {
  /**
   * Runs the attack.
   *
   * @return whether it found a person's value, or that a count is below the minimum
   */
  boolean succeeds(Printed printed);

  /** Both attacks, one after the other. */
  default Attack or(Attack other) {
    return printed -> succeeds(printed) || other.succeeds(printed);
  }
}
