// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.disclosure.output.Evidence.Sign;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.Limit;
import org.meent.disclosure.rule.RuleSet;

/**
 * The limits by which rows are judged.
 *
 * @param rules the rule set
 * @param sensitive its primary rules
 * @param protection what is left out of the request
 */
record Judging(RuleSet rules, SensitiveCells sensitive, Protection protection) {

  long minimum() {
    return sensitive.minimum();
  }

  Optional<Limit> find(String limit) {
    return rules.find(limit);
  }

  /** The concern of fewer degrees of freedom than the rule set wants. */
  List<Concern> degreesOfFreedom(long found) {
    return find(RuleSet.DEGREES_OF_FREEDOM)
        .filter(limit -> found < limit.whole())
        .map(limit -> Concern.of(limit, "df.few", limit.whole()))
        .stream()
        .toList();
  }

  /** The concern that nearly all units of a group are alike. */
  List<Concern> alike(long part, long whole) {
    return find(RuleSet.GROUP_DISCLOSURE)
        .filter(
            limit ->
                BigDecimal.valueOf(part)
                        .compareTo(limit.value().multiply(BigDecimal.valueOf(whole)))
                    > 0)
        .map(limit -> Concern.of(limit, "alike", limit.value().toPlainString()))
        .stream()
        .toList();
  }

  /** The concern that one or two contributors carry too much, by the rules for sums. */
  List<Concern> dominance(MagnitudeCell cell) {
    return sensitive
        .reason(cell, Sign.NON_NEGATIVE)
        .map(rule -> Concern.of(rule, Verdict.FAIL, "dominance.row", rule))
        .stream()
        .toList();
  }

  /** Says of each rule that found nothing that it looked, and of each not stated that it is not. */
  List<Concern> looked(List<Row> rows, String... rulesLookedAt) {
    List<Concern> looked = new ArrayList<>();
    for (String rule : rulesLookedAt) {
      boolean found =
          rows.stream()
              .flatMap(row -> row.concerns().stream())
              .anyMatch(c -> c.rule().equals(rule));
      if (find(rule).isEmpty()) {
        looked.add(Concern.of(rule, Verdict.NOT_RUN, "not-stated", rules.id(), rule));
      } else if (!found) {
        looked.add(Concern.of(rule, Verdict.PASS, "looked." + rule, limit(rule)));
      }
    }
    return looked;
  }

  private String limit(String rule) {
    return rules.limit(rule).value().toPlainString();
  }
}
