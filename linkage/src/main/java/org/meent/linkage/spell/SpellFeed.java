// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/**
 * Spells person by person, keys ascending: how a file of any size is read in the memory of one
 * person.
 */
public interface SpellFeed {
  /** Goes to the next person; false if there is none left. */
  boolean next();

  /** Key of the person; greater than the one before. */
  long person();

  /** The person's spells, sorted; valid until the next call of {@link #next()}. */
  Track spells();
}
