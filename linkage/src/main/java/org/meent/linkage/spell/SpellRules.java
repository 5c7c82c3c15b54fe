// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/**
 * How the columns of a delivery become spells. Immutable; by default the end is the last day on
 * which the spell held, as registers write it, and a spell without end is a fault.
 */
public final class SpellRules {
  /** What the end in the column is. */
  public enum End {
    /** The last day on which the spell held: registers. */
    LAST_DAY,
    /** The first day on which it held no more. */
    FIRST_DAY_AFTER
  }

  /** What a missing end means. */
  public enum MissingEnd {
    /** The row cannot be used, a counted loss. */
    FAULT,
    /** The spell has not ended. */
    OPEN
  }

  private static final SpellRules DEFAULTS = new SpellRules(End.LAST_DAY, MissingEnd.FAULT);

  private final End end;
  private final MissingEnd missingEnd;

  private SpellRules(End end, MissingEnd missingEnd) {
    this.end = end;
    this.missingEnd = missingEnd;
  }

  /** Ends are last days; a missing end is a fault. */
  public static SpellRules withDefaults() {
    return DEFAULTS;
  }

  /** The same rules with another meaning of the end. */
  public SpellRules with(End meaning) {
    return new SpellRules(meaning, missingEnd);
  }

  /** The same rules with another meaning of a missing end. */
  public SpellRules with(MissingEnd meaning) {
    return new SpellRules(end, meaning);
  }

  /** What the end in the column is. */
  public End end() {
    return end;
  }

  /** What a missing end means. */
  public MissingEnd missingEnd() {
    return missingEnd;
  }

  /** First day after a spell, from its end as it stands in the column. */
  int endOf(int written) {
    if (written == Spell.UNKNOWN) {
      return switch (missingEnd) {
        case FAULT -> Spell.UNKNOWN;
        case OPEN -> Spell.OPEN;
      };
    }
    if (written == Spell.OPEN || written >= Spell.FARTHEST) {
      return written;
    }
    return switch (end) {
      case LAST_DAY -> written + 1;
      case FIRST_DAY_AFTER -> written;
    };
  }
}
