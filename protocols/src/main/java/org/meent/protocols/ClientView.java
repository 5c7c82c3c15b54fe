// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;
import java.util.List;

/**
 * What clients said of the study and how it was answered.
 *
 * @param dialogues the dialogues, oldest first
 * @param councilAdvice advice of the client council
 * @param replyToCouncil the public reply that a negative advice demands; empty otherwise
 */
public record ClientView(
    List<Dialogue> dialogues, CouncilAdvice councilAdvice, String replyToCouncil) {

  /** Copies the dialogues. */
  public ClientView {
    dialogues = List.copyOf(dialogues);
  }

  /**
   * One data dialogue.
   *
   * @param date the day
   * @param city where
   * @param participants how many people
   * @param statement what they said or wished
   * @param answer how the protocol answered; empty means open, and an open one blocks approval
   */
  public record Dialogue(
      LocalDate date, String city, int participants, String statement, String answer) {}

  /** Advice of the client council. */
  public enum CouncilAdvice {
    /** The council agrees. */
    POSITIVE,
    /** The council agrees if something changes. */
    CONDITIONAL,
    /** The council does not agree. */
    NEGATIVE
  }
}
