// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import org.meent.linkage.spell.Spell;
import org.meent.protocols.SourcePlan.Timing;

/** From the end that a register writes to the first day after a spell. */
public final class SpellDays {
  private SpellDays() {}

  /**
   * The first day after a spell.
   *
   * @param endIs whether the written end still counts
   * @param end the written end, in days since 1970-01-01
   * @return that day; {@link Spell#OPEN} if the spell has not ended
   */
  public static int after(Timing.EndIs endIs, long end) {
    if (end >= CellReader.OPEN) {
      return Spell.OPEN;
    }
    return switch (endIs) {
      case INCLUSIVE -> Math.toIntExact(end + 1);
      case EXCLUSIVE -> Math.toIntExact(end);
    };
  }
}
