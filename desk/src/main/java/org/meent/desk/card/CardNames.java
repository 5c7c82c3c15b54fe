// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.card;

import java.util.List;
import org.meent.disclosure.output.ModelCard.Piece;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.Protocol;

/**
 * How names of a protocol are cited.
 *
 * @param protocol the protocol
 */
record CardNames(Protocol protocol) {

  /** A planned effect, or a possible harm that stands beside one. */
  List<Piece> effect(String estimated) {
    String planned = AnalysisPlan.planned(estimated);
    return planned.equals(estimated)
        ? CardLines.declared(planned)
        : CardLines.joined(
            CardLines.declared(planned),
            CardLines.plain(" / "),
            outcome(estimated.substring(planned.length() + 1)));
  }

  /** An outcome: a name of the protocol, or one that follows from the declared exits. */
  private List<Piece> outcome(String name) {
    return protocol
        .cohort()
        .exits()
        .filter(exits -> protocol.cohort().exitOutcomes().contains(name))
        .map(
            exits -> {
              String rest = name.substring(exits.name().length() + 1);
              boolean kind = exits.kinds().containsKey(rest);
              return CardLines.joined(
                  CardLines.declared(exits.name()),
                  CardLines.plain("-"),
                  kind ? CardLines.declared(rest) : CardLines.plain(rest));
            })
        .orElseGet(() -> CardLines.declared(name));
  }

  /** Names of the protocol, with commas. */
  List<Piece> all(List<String> names) {
    return CardLines.joined(", ", names.stream().map(CardLines::declared).toList());
  }

  Effect plan(String estimated) {
    return java.util.Objects.requireNonNull(protocol.analysis().estimated().get(estimated));
  }
}
