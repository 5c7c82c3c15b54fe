// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/** Why a row is not a spell that can be used; each is a reason of loss in the flow. */
public enum SpellFault {
  /** No start. */
  START_UNKNOWN("start is not known"),
  /** No end, where the rules do not take that for an open end. */
  END_UNKNOWN("end is not known"),
  /** A day that no register can hold. */
  DAY_OUT_OF_RANGE("a day is out of range"),
  /** The end lies before the start: negative length. */
  ENDS_BEFORE_START("ends before it starts"),
  /** Start and end leave no day. */
  NO_DAY("has no day"),
  /** Another row has the same person, start, end and state; one of them is kept. */
  DOUBLED("doubled spell");

  private final String reason;

  SpellFault(String reason) {
    this.reason = reason;
  }

  /** The reason in words, as it stands in the flow. */
  public String reason() {
    return reason;
  }
}
