// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;

/**
 * How persons who were not identified first and are later are carried to their later pseudonym.
 *
 * @param source the source that says so: its key is the earlier pseudonym
 * @param from values of the first key column that may be carried
 * @param to the two variables that are the later pseudonym: set and number
 * @param date the variable that holds the day from which the later pseudonym holds
 * @param conflicts what happens where the source contradicts itself
 */
public record BridgePlan(
    String source, List<String> from, List<String> to, String date, Conflicts conflicts) {

  /** Copies the lists. */
  public BridgePlan {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** What is done with one earlier pseudonym for two later ones, the reverse, or two dates. */
  public enum Conflicts {
    /** The run stops. */
    REFUSE,
    /** Nobody concerned is carried; each is a counted loss. */
    LEAVE_OUT
  }
}
