// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/**
 * What held for a person from one day until another: the days {@code start <= day < end}, counted
 * from 1970-01-01.
 *
 * @param person the person's key
 * @param start first day on which it held
 * @param end first day on which it held no more; {@link #OPEN} if it had not ended
 * @param state what held, as a code
 */
public record Spell(long person, int start, int end, int state) {
  /** End of a spell that has not ended: later than any day. */
  public static final int OPEN = 1 << 30;

  /** A day that is not known. It is read as a fault or as an open end, never used as a day. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  /** Days beyond this many from 1970-01-01 are faults: about the years -768 to 4707. */
  static final int FARTHEST = 1_000_000;

  /**
   * Checks that the spell has at least one day.
   *
   * @throws IllegalArgumentException if it ends on or before the day it starts
   */
  public Spell {
    if (start >= end) {
      throw new IllegalArgumentException("a spell must end after the day it starts");
    }
  }

  /** Whether the end is open. */
  public boolean isOpen() {
    return end == OPEN;
  }

  /** Shows that it is a spell, never whose or when. */
  @Override
  public String toString() {
    return "spell";
  }
}
