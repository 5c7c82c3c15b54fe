// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;

/** How treatment and time relate: which days are index dates, and for whom. */
public sealed interface StudyDesign {

  /** Whether a person may take part more than once, from different index dates. */
  default boolean repeats() {
    return switch (this) {
      case FixedLandmark fixed -> false;
      case FirstStartLandmark first -> false;
      case SequentialTrials trials -> true;
    };
  }

  /** The word for the design in a protocol. */
  default String label() {
    return switch (this) {
      case FixedLandmark fixed -> "landmark";
      case FirstStartLandmark first -> "landmark";
      case SequentialTrials trials -> "sequential-trials";
    };
  }

  /** The index date, or the first and the last possible one. */
  default String days() {
    return earliest().equals(latest()) ? earliest().toString() : earliest() + " .. " + latest();
  }

  /** The earliest index date that anybody can have. */
  default LocalDate earliest() {
    return switch (this) {
      case FixedLandmark(LocalDate indexDate) -> indexDate;
      case FirstStartLandmark first -> first.from().plusMonths(first.afterMonths());
      case SequentialTrials trials -> trials.from();
    };
  }

  /** The latest index date that anybody can have. */
  default LocalDate latest() {
    return switch (this) {
      case FixedLandmark(LocalDate indexDate) -> indexDate;
      case FirstStartLandmark first -> first.to().plusMonths(first.afterMonths());
      case SequentialTrials trials -> trials.to();
    };
  }

  /**
   * Everybody is followed from one day.
   *
   * @param indexDate that day
   */
  record FixedLandmark(LocalDate indexDate) implements StudyDesign {}

  /**
   * Everybody is followed from the start of the first spell that starts in a period, or from some
   * months after it. Who has none is lost.
   *
   * @param of source of the spells
   * @param from first day of the period
   * @param to last day of the period, included
   * @param afterMonths months from that start to the index date
   */
  record FirstStartLandmark(String of, LocalDate from, LocalDate to, int afterMonths)
      implements StudyDesign {}

  /**
   * One trial a month: in each, who is eligible on the first day and starts an instrument within
   * that month is compared with who is eligible and starts none. A person takes part in as many
   * trials as find her eligible.
   *
   * @param from first trial
   * @param to last possible day of the last trial's start
   */
  record SequentialTrials(LocalDate from, LocalDate to) implements StudyDesign {
    /** Length of the period in which treatment must start, from the trial's first day. */
    public static final Window PERIOD =
        new Window(java.util.OptionalInt.of(0), 1, Window.Unit.MONTHS);
  }
}
