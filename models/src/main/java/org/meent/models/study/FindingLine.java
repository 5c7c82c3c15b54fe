// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.List;

/**
 * A line of figures about a finding, for the researcher and inside only.
 *
 * @param kind what the figures are
 * @param subject what they are of
 * @param figures in the order that the kind says
 * @param turns whether the conclusion turns, or a test does not hold
 */
public record FindingLine(Kind kind, String subject, List<Double> figures, boolean turns) {

  /** Copies the figures. */
  public FindingLine {
    figures = List.copyOf(figures);
  }

  /** What the figures are. */
  public enum Kind {
    /** Of an attribute: association, share guessed from the rule's ends, share guessed anyway. */
    PROXY,
    /** Of an arm and group: predicted and shown effect, limits of shown less predicted. */
    CALIBRATION,
    /** Of a group: gap today, gap under the rule, limits of the change. */
    GAP,
    /** Of a municipality left out: gain over today. */
    WITHOUT,
    /** Of a group: persons in the cohort, persons the finding speaks of. */
    PRESENT,
    /** Of a group with too few persons of an arm to be spoken of: none. */
    TOO_FEW,
    /**
     * Without covariates that err, or with more error: gain over the best arm, limits, share moved.
     */
    POLICY_ERROR,
    /** Of covariates with error: effect, without them, without their error, reliability. */
    SCORE_ERROR,
    /** Of a record: rate of false yes, of false no, effect and its limits. */
    RECORD_ERROR,
    /** Of caseworkers: effect, its limits with them alike, their number. */
    RATER,
    /** What could not be tested, with the reason as its subject: none. */
    NOT_RUN
  }
}
