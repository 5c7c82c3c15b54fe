// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period relative to an index date: from the first day included to the last day excluded, written
 * {@code -12..0 months}. Without a beginning ({@code ..0 months}) it reaches back as far as the
 * source does.
 *
 * @param from first step, included; negative before the index date; empty without a beginning
 * @param to last step, excluded
 * @param unit what a step is
 */
public record Window(OptionalInt from, int to, Unit unit) {
  private static final Pattern FORM =
      Pattern.compile("(-?[0-9]{1,5})?\\.\\.(-?[0-9]{1,5}) (days|months)");

  /** What a step is. */
  public enum Unit {
    /** A day. */
    DAYS,
    /** A calendar month: the same day of another month, or its last day if it has no such day. */
    MONTHS;

    /** The day so many steps after another. */
    public LocalDate after(LocalDate day, int steps) {
      return switch (this) {
        case DAYS -> day.plusDays(steps);
        case MONTHS -> day.plusMonths(steps);
      };
    }
  }

  /** The window that a text describes; empty if it describes none. */
  static Optional<Window> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String from = form.group(1);
    Window window =
        new Window(
            from == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(from)),
            Integer.parseInt(form.group(2)),
            Unit.valueOf(form.group(3).toUpperCase(Locale.ROOT)));
    return window.from.isPresent() && window.from.getAsInt() > window.to
        ? Optional.empty()
        : Optional.of(window);
  }

  /** The first day, relative to an index date; empty without a beginning. */
  public Optional<LocalDate> start(LocalDate index) {
    return from.isPresent() ? Optional.of(unit.after(index, from.getAsInt())) : Optional.empty();
  }

  /** The day after the last one, relative to an index date. */
  public LocalDate end(LocalDate index) {
    return unit.after(index, to);
  }

  /** Whether all of it lies before the index date. */
  public boolean endsBeforeIndex() {
    return to <= 0;
  }

  /** Whether all of it lies on or after the index date. */
  public boolean startsAtIndex() {
    return from.isPresent() && from.getAsInt() >= 0;
  }

  /** The first month from the index date that lies wholly after it, whatever the index date. */
  public int endMonth() {
    int shortestMonth = 28;
    return switch (unit) {
      case MONTHS -> to;
      case DAYS -> Math.ceilDiv(to, shortestMonth);
    };
  }

  /** Whether all of it lies after another window, whatever the index date. */
  public boolean startsAfter(Window other) {
    int longestMonth = 31;
    int steps =
        unit == Unit.MONTHS
            ? other.endMonth()
            : other.to * (other.unit == Unit.MONTHS ? longestMonth : 1);
    return from.isPresent() && from.getAsInt() >= steps;
  }

  /** Whether it has no day: the one moment at which it starts and ends. */
  public boolean isMoment() {
    return from.isPresent() && from.getAsInt() == to;
  }

  /** As a protocol writes it. */
  @Override
  public String toString() {
    return (from.isPresent() ? Integer.toString(from.getAsInt()) : "")
        + ".."
        + to
        + " "
        + unit.name().toLowerCase(Locale.ROOT);
  }
}
