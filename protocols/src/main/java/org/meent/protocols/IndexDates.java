// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;

/** Which days are index dates: the days on which eligibility is tested. */
public sealed interface IndexDates {

  /** The earliest index date that anybody can have. */
  default LocalDate earliest() {
    return switch (this) {
      case OneDay(LocalDate day) -> day;
      case FirstStart first -> first.from().plusMonths(first.afterMonths());
      case Monthly monthly -> monthly.from();
    };
  }

  /** The latest index date that anybody can have. */
  default LocalDate latest() {
    return switch (this) {
      case OneDay(LocalDate day) -> day;
      case FirstStart first -> first.to().plusMonths(first.afterMonths());
      case Monthly monthly -> monthly.to();
    };
  }

  /** The index date, or the first and the last possible one. */
  default String days() {
    return earliest().equals(latest()) ? earliest().toString() : earliest() + " .. " + latest();
  }

  /**
   * The same day for everybody.
   *
   * @param day that day
   */
  record OneDay(LocalDate day) implements IndexDates {}

  /**
   * For each person the start of the first spell that starts in a period, or some months after it.
   * Who has none is lost.
   *
   * @param of source of the spells
   * @param from first day of the period
   * @param to last day of the period, included
   * @param afterMonths months from that start to the index date
   */
  record FirstStart(String of, LocalDate from, LocalDate to, int afterMonths)
      implements IndexDates {}

  /**
   * The same day of every month: a person takes part in as many trials as find her eligible.
   *
   * @param from first trial
   * @param to last possible day of the last trial's start
   */
  record Monthly(LocalDate from, LocalDate to) implements IndexDates {}
}
