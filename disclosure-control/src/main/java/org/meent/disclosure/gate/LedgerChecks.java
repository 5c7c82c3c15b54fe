// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.meent.disclosure.ledger.Difference;
import org.meent.disclosure.ledger.Differencing;
import org.meent.disclosure.ledger.ReleaseLedger;
import org.meent.disclosure.ledger.ReleasedAmount;
import org.meent.disclosure.ledger.ReleasedCount;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/** What the counts that are left would give away together with the counts of earlier releases. */
final class LedgerChecks {
  private static final String LEDGER = "differencing-ledger";

  private LedgerChecks() {}

  /** What an output would let out, as the ledger keeps it: counts, means and estimates. */
  static ReleaseLedger.Entry entry(
      StatisticalOutput output, Protection protection, EstimateRows estimates) {
    Population population = output.population();
    List<ReleasedCount> counts = new ArrayList<>();
    for (CellKey key : RequestCells.shown(output)) {
      if (key.space().equals(CellKey.units(population.id())) && !protection.hidesCount(key)) {
        counts.add(new ReleasedCount(key.codes(), protection.count(key)));
      }
    }
    List<ReleasedAmount> amounts = new ArrayList<>();
    for (SumCell sum : RequestCells.sums(output)) {
      if (!protection.hidesMean(sum.measure(), sum.key(), sum.units())) {
        OptionalLong units = OptionalLong.of(sum.cell().units());
        amounts.add(new ReleasedAmount(sum.measure(), sum.key().codes(), units));
      }
    }
    if (output instanceof EstimateTable table) {
      amounts.addAll(estimated(table, estimates));
    }
    return new ReleaseLedger.Entry(
        "", output.id(), population.id(), population.units(), population.within(), counts, amounts);
  }

  /** The estimates that are shown; an average effect is one over the units of both arms. */
  private static List<ReleasedAmount> estimated(EstimateTable table, EstimateRows estimates) {
    List<ReleasedAmount> amounts = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Estimate row = table.rows().get(i);
      if (row.result() instanceof Estimate.Estimated && estimates.hidden(table, i).isEmpty()) {
        String measure =
            "effect on %s of %s against %s (%s, %s)"
                .formatted(
                    table.outcomeLabel(), row.arm(), row.reference(), row.estimand(), row.method());
        long units = row.evidence().treated() + row.evidence().controls();
        amounts.add(new ReleasedAmount(measure, row.group(), OptionalLong.of(units)));
      }
    }
    return amounts;
  }

  /** Findings by output. */
  static Map<String, List<Finding>> of(
      ReleaseLedger ledger, List<ReleaseLedger.Entry> request, RuleSet rules) {
    Map<String, List<Finding>> findings = new HashMap<>();
    long figures =
        ledger.entries().stream()
            .mapToLong(entry -> entry.counts().size() + entry.amounts().size())
            .sum();
    if (figures == 0) {
      return findings;
    }
    long least =
        rules
            .find(RuleSet.DIFFERENCING)
            .orElseGet(() -> rules.limit(RuleSet.MINIMUM_UNITS))
            .whole();
    for (Difference difference : Differencing.of(ledger, request, least)) {
      findings
          .computeIfAbsent(difference.output(), id -> new ArrayList<>())
          .add(finding(difference, least));
    }
    for (ReleaseLedger.Entry entry : request) {
      findings.computeIfAbsent(
          entry.output(),
          id ->
              List.of(
                  Finding.of(
                      LEDGER,
                      Verdict.PASS,
                      id,
                      "differencing.ledger-pass",
                      figures,
                      ledger.releases())));
    }
    return findings;
  }

  /** A figure of few units fails; one of which nobody knows the units is for the checkers. */
  private static Finding finding(Difference difference, long least) {
    return Finding.of(
        LEDGER,
        difference.counted() ? Verdict.FAIL : Verdict.REVIEW,
        difference.output(),
        difference.counted() ? "differencing.ledger-equation" : "differencing.ledger-uncounted",
        least,
        difference.about(),
        difference.equation());
  }
}
