// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.disclosure.ledger.Difference;
import org.meent.disclosure.ledger.Differencing;
import org.meent.disclosure.ledger.ReleaseLedger;
import org.meent.disclosure.ledger.ReleasedCount;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/** What the counts that are left would give away together with the counts of earlier releases. */
final class LedgerChecks {
  private static final String LEDGER = "differencing-ledger";

  private LedgerChecks() {}

  /** The counts of an output that would leave, as the ledger keeps them. */
  static ReleaseLedger.Entry entry(StatisticalOutput output, Protection protection) {
    String id = output.population().id();
    List<ReleasedCount> counts = new ArrayList<>();
    for (CellKey key : RequestCells.shown(output)) {
      if (key.space().equals(CellKey.units(id)) && !protection.hidesCount(key)) {
        counts.add(new ReleasedCount(key.codes(), protection.count(key)));
      }
    }
    return new ReleaseLedger.Entry(
        "", output.id(), id, output.population().units(), output.population().within(), counts);
  }

  /** Findings by output. */
  static Map<String, List<Finding>> of(
      ReleaseLedger ledger, List<ReleaseLedger.Entry> request, RuleSet rules) {
    Map<String, List<Finding>> findings = new HashMap<>();
    long figures = ledger.entries().stream().mapToLong(entry -> entry.counts().size()).sum();
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
          .add(
              Finding.of(
                  LEDGER,
                  Verdict.FAIL,
                  difference.output(),
                  "differencing.ledger-equation",
                  least,
                  difference.about(),
                  difference.equation()));
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
}
