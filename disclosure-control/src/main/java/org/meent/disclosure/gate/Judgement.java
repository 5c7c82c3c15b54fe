// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.disclosure.ledger.ReleaseLedger;

/**
 * What the gate says of a request.
 *
 * @param ruleSet id of the rule set
 * @param ruleSetVersion its version
 * @param decisions one per output, in the order of the request
 * @param counts the counts of each output that would leave, for the release ledger; stays inside
 */
public record Judgement(
    String ruleSet,
    int ruleSetVersion,
    List<Decision> decisions,
    List<ReleaseLedger.Entry> counts) {

  /** Copies the lists. */
  public Judgement {
    decisions = List.copyOf(decisions);
    counts = List.copyOf(counts);
  }

  /** The same with what was said of one more output, which adds no figure. */
  Judgement with(Decision decision) {
    List<Decision> all = new ArrayList<>(decisions);
    all.add(decision);
    return new Judgement(ruleSet, ruleSetVersion, all, counts);
  }

  /** What the ledger keeps of an output that is let out under a release. */
  public Optional<ReleaseLedger.Entry> entry(String output, String release) {
    return counts.stream()
        .filter(entry -> entry.output().equals(output))
        .findFirst()
        .map(entry -> entry.in(release));
  }

  /** Everything that may leave, in the order of the request. */
  public List<Releasable> releasables() {
    return decisions.stream()
        .flatMap(
            decision ->
                switch (decision) {
                  case Decision.Release release -> java.util.stream.Stream.of(release.releasable());
                  case Decision.Protected part -> java.util.stream.Stream.of(part.releasable());
                  case Decision.Referral referral -> java.util.stream.Stream.<Releasable>empty();
                  case Decision.Refusal refusal -> java.util.stream.Stream.<Releasable>empty();
                })
        .toList();
  }
}
