// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.card;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.output.ModelCard.Piece;
import org.meent.protocols.CohortPlan.Assignment;
import org.meent.protocols.Protocol;

/** For whom a card holds, and who is absent from it. */
final class CardPeople {
  private final Protocol protocol;
  private final SequencedMap<String, CardSource> passed;
  private final CardLines lines;

  CardPeople(Protocol protocol, SequencedMap<String, CardSource> passed, CardLines lines) {
    this.protocol = protocol;
    this.passed = passed;
    this.lines = lines;
  }

  void write() {
    lines.part("model-card.people");
    lines.say("model-card.population", CardLines.declared(protocol.cohort().definition()));
    lines.say(
        protocol.cohort().assignment() == Assignment.RANDOMISED
            ? "model-card.lot"
            : "model-card.no-lot");
    Set<String> told = new LinkedHashSet<>();
    for (CardSource source : passed.values()) {
      if (source.output().kind() == Releasable.Kind.ESTIMATE_TABLE
          && told.add(source.output().population())) {
        lines.row(source.name(), source.population());
      }
    }
    absent();
  }

  private void absent() {
    lines.part("model-card.absent");
    Optional<CardSource> flow =
        passed.values().stream()
            .filter(source -> source.output().kind() == Releasable.Kind.FLOW)
            .findFirst();
    if (flow.isEmpty()) {
      lines.say("model-card.absent.unknown");
      return;
    }
    boolean somebody =
        IntStream.range(0, flow.get().rows()).anyMatch(row -> isLoss(flow.get(), row));
    lines.say(somebody ? "model-card.absent.text" : "model-card.absent.none");
    lost(flow.get());
  }

  private static boolean isLoss(CardSource flow, int row) {
    return flow.text(row, "part").equals("lost")
        && !flow.output().rows().get(row).getLast().equals("0");
  }

  private void lost(CardSource flow) {
    for (int row = 0; row < flow.rows(); row++) {
      Optional<List<Piece>> count = flow.lastCell(row);
      if (isLoss(flow, row)) {
        lines.row(
            CardLines.joined(
                flow.cell(row, "track"),
                CardLines.plain(", "),
                flow.cell(row, "step"),
                CardLines.plain(": "),
                flow.cell(row, "reason")),
            count.orElseGet(() -> lines.words("model-card.left-out")));
      }
    }
  }
}
