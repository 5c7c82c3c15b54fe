// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.Timing;

/** Says of each row that was read when it holds, and whether the study needs it. */
final class RowTimes {
  static final String NO_START = "start is not known";
  static final String NO_END = "end is not known";
  static final String BACKWARDS = "ends before it starts";
  static final String NO_DAY = "day is not known";
  static final String OUTSIDE = "outside every declared period";

  private final Timing timing;
  private final Periods periods;
  private final int start;
  private final int end;

  RowTimes(SourcePlan plan, Periods periods) {
    this.timing = plan.timing();
    this.periods = periods;
    List<String> names = List.copyOf(plan.variables().sequencedKeySet());
    this.start =
        switch (timing) {
          case Timing.Undated() -> -1;
          case Timing.Event(String day) -> names.indexOf(day);
          case Timing.Spell spell -> names.indexOf(spell.start());
        };
    this.end = timing instanceof Timing.Spell spell ? names.indexOf(spell.end()) : -1;
  }

  /** Whether rows have a time at all. */
  boolean dated() {
    return timing.isDated();
  }

  /** Texts that mean "not ended yet" in a variable. */
  static List<String> open(SourcePlan plan, String variable) {
    return plan.timing() instanceof Timing.Spell spell && spell.end().equals(variable)
        ? spell.open()
        : List.of();
  }

  /** First day on which a row holds; empty if it has no time or the day is not known. */
  OptionalLong day(CellReader[] cells) {
    return start < 0 || cells[start].isMissing()
        ? OptionalLong.empty()
        : OptionalLong.of(cells[start].number());
  }

  /** Why the row goes no further; empty if it does. */
  Optional<String> loss(CellReader[] cells) {
    return switch (timing) {
      case Timing.Undated() -> Optional.empty();
      case Timing.Event(String day) ->
          cells[start].isMissing()
              ? Optional.of(NO_DAY)
              : needed(cells[start].number(), cells[start].number() + 1);
      case Timing.Spell spell -> spell(spell, cells);
    };
  }

  private Optional<String> spell(Timing.Spell spell, CellReader[] cells) {
    if (cells[start].isMissing()) {
      return Optional.of(NO_START);
    }
    if (cells[end].isMissing()) {
      return Optional.of(NO_END);
    }
    long from = cells[start].number();
    long to = SpellDays.after(spell.endIs(), cells[end].number());
    return from >= to ? Optional.of(BACKWARDS) : needed(from, to);
  }

  private Optional<String> needed(long from, long to) {
    return periods.need(from, to) ? Optional.empty() : Optional.of(OUTSIDE);
  }
}
