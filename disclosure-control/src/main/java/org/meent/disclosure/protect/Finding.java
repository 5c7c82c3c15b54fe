// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/**
 * What an audit found of one sensitive cell.
 *
 * @param demand what the cell needs
 * @param state what was found; anything but {@link State#PROTECTED} counts as unprotected
 */
public record Finding(Demand demand, State state) {

  /** How well a sensitive cell is protected. */
  public enum State {
    /** Possible tables were found that reach everything that is demanded. */
    PROTECTED,
    /** The public cannot compute it, but no witness was found against some contributor. */
    OPEN_TO_INSIDER,
    /** Another value is possible, but no possible table was found that reaches the levels. */
    TOO_NARROW,
    /** No possible table with another value was found. */
    DISCLOSED,
    /** The cell is not suppressed at all. */
    PUBLISHED
  }
}
