// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

import org.meent.protocols.run.RandomStream;

/**
 * Numbers of nine digits that stand for true numbers, one to one: multiplication and addition
 * modulo the greatest prime below 10^9. Only for a world that was made up; a real pseudonym needs a
 * secret.
 */
final class KeyCipher {
  private static final long PRIME = 999_999_937L;
  private static final int DIGITS = 9;

  private final long factor;
  private final long shift;

  KeyCipher(long seed, String purpose) {
    RandomStream stream = RandomStream.of(seed, purpose);
    this.factor = 1 + stream.nextInt((int) PRIME - 1);
    this.shift = stream.nextInt((int) PRIME);
  }

  /** The number of nine digits, with leading zeros, that stands for a true number. */
  String of(long id) {
    String digits = Long.toString((id % PRIME * factor + shift) % PRIME);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }
}
