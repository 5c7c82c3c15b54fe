// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.List;

/**
 * What the gate says of a request.
 *
 * @param ruleSet id of the rule set
 * @param ruleSetVersion its version
 * @param decisions one per output, in the order of the request
 */
public record Judgement(String ruleSet, int ruleSetVersion, List<Decision> decisions) {

  /** Copies the decisions. */
  public Judgement {
    decisions = List.copyOf(decisions);
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
