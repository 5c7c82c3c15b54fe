// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.bridge;

/**
 * A pair of set and number, as files write it.
 *
 * @param set the set, such as {@code R}
 * @param number the number, with its leading zeros
 */
public record Pseudonym(String set, String number) {

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "Pseudonym";
  }
}
