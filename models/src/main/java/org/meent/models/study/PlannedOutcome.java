// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

/** What a planned analysis came to, in a word or two. */
public sealed interface PlannedOutcome {

  /** There is a figure. */
  record Estimated() implements PlannedOutcome {}

  /**
   * The data could not carry it.
   *
   * @param by what stood in the way
   */
  record Refused(String by) implements PlannedOutcome {}

  /** Differences between people beat one effect for everybody. */
  record PatternFound() implements PlannedOutcome {}

  /** They did not: a result, and no claim. */
  record NoPatternFound() implements PlannedOutcome {}

  /** It was not done: the run was stopped, refused, or had no method that could do it. */
  record NotRun() implements PlannedOutcome {}
}
