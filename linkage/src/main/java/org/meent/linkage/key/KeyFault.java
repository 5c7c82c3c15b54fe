// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.key;

/** Why a key does not identify a person; each is a reason of loss in the flow. */
public enum KeyFault {
  /** The set is blank. */
  SET_BLANK(Stage.IDENTIFIED, "set is blank"),
  /** The set is not among those that identify. */
  SET_DOES_NOT_IDENTIFY(Stage.IDENTIFIED, "set does not identify"),
  /** The number is blank. */
  NUMBER_BLANK(Stage.NOT_JUNK, "number is blank"),
  /** The number holds something else than digits. */
  NOT_DIGITS(Stage.NOT_JUNK, "number is not all digits"),
  /** The number is all zeros. */
  ALL_ZEROS(Stage.NOT_JUNK, "number is all zeros"),
  /** The number is one, with or without leading zeros: a known placeholder in deliveries. */
  PLACEHOLDER(Stage.NOT_JUNK, "number is a placeholder"),
  /** The number has not nine digits; leading zeros may have been lost. */
  NOT_NINE_DIGITS(Stage.NOT_JUNK, "number has not 9 digits");

  /** The step of the flow in which the loss is counted. */
  public enum Stage {
    /** Whether the set identifies. */
    IDENTIFIED,
    /** Whether the number can be one. */
    NOT_JUNK
  }

  private final Stage stage;
  private final String reason;

  KeyFault(Stage stage, String reason) {
    this.stage = stage;
    this.reason = reason;
  }

  /** The step of the flow in which the loss is counted. */
  public Stage stage() {
    return stage;
  }

  /** The reason in words, as it stands in the flow. */
  public String reason() {
    return reason;
  }
}
