// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.ledger.ReleaseLedger;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/**
 * Populations that differ by few units: their outputs subtract to an output on those few. Compared
 * with the populations of the request that come before, and with those of the ledger.
 *
 * <p>Only sizes are compared here; for a population that is known to lie within another one the
 * protection and {@link LedgerChecks} compare cell by cell as well.
 */
final class PopulationChecks {
  private static final String LEDGER = "differencing-ledger";

  private final RuleSet rules;
  private final ReleaseLedger ledger;
  private final List<StatisticalOutput> request;

  PopulationChecks(RuleSet rules, ReleaseLedger ledger, List<StatisticalOutput> request) {
    this.rules = rules;
    this.ledger = ledger;
    this.request = request;
  }

  List<Finding> of(StatisticalOutput output) {
    List<Finding> findings = new ArrayList<>();
    long least =
        rules
            .find(RuleSet.DIFFERENCING)
            .orElseGet(() -> rules.limit(RuleSet.MINIMUM_UNITS))
            .whole();
    Population here = output.population();
    int compared = 0;
    for (Population other : before(output)) {
      compared++;
      long difference = Math.abs(here.units() - other.units());
      boolean nested =
          CellSystem.nested(populations()).stream()
              .anyMatch(pair -> pair.contains(here.id()) && pair.contains(other.id()));
      if (difference < least && (!nested || difference > 0)) {
        findings.add(
            Finding.of(
                RuleSet.DIFFERENCING,
                nested ? Verdict.FAIL : Verdict.REVIEW,
                output.id(),
                nested ? "differencing.nested" : "differencing.sizes",
                here.id(),
                other.id(),
                least));
      }
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.of(
              RuleSet.DIFFERENCING, Verdict.PASS, output.id(), "differencing.pass", compared));
    }
    findings.addAll(earlier(output, least));
    return findings;
  }

  /** Other populations of outputs that come earlier in the request, each once. */
  private List<Population> before(StatisticalOutput output) {
    List<Population> before = new ArrayList<>();
    for (StatisticalOutput other : request) {
      Population population = other.population();
      if (population.id().equals(output.population().id())) {
        break;
      }
      if (before.stream().noneMatch(known -> known.id().equals(population.id()))) {
        before.add(population);
      }
    }
    return before;
  }

  private List<Population> populations() {
    return request.stream().map(StatisticalOutput::population).toList();
  }

  private List<Finding> earlier(StatisticalOutput output, long least) {
    if (ledger.entries().isEmpty()) {
      return List.of(Finding.of(LEDGER, Verdict.NOT_RUN, output.id(), "differencing.no-ledger"));
    }
    Population here = output.population();
    List<Finding> findings = new ArrayList<>();
    for (ReleaseLedger.Entry entry : ledger.entries()) {
      long difference = Math.abs(entry.units() - here.units());
      boolean same = entry.population().equals(here.id());
      if (difference < least && !(same && difference == 0)) {
        findings.add(
            Finding.of(
                LEDGER,
                Verdict.REVIEW,
                output.id(),
                "differencing.ledger-near",
                here.id(),
                entry.population(),
                least,
                entry.output(),
                entry.release()));
      }
    }
    boolean sizesOnly = ledger.entries().stream().allMatch(entry -> entry.counts().isEmpty());
    if (findings.isEmpty() && sizesOnly) {
      findings.add(
          Finding.of(
              LEDGER,
              Verdict.NOT_RUN,
              output.id(),
              "differencing.ledger-sizes",
              ledger.releases()));
    }
    return findings;
  }
}
