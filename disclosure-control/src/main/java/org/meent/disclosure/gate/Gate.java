// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.disclosure.gate.SecondarySuppression.Unprotectable;
import org.meent.disclosure.ledger.ReleaseLedger;
import org.meent.disclosure.output.ModelCard;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;
import org.meent.ethics.Waiver;

/**
 * Judges the outputs of one request together, because what one leaves out another may give back.
 *
 * <p>In this order: populations that differ by too few; every count of all outputs in one system
 * with all its totals and balances, protected together; then the sums of each measure; then
 * estimates, and the rows of every other kind, each by its own evidence. What was left out is
 * marked the same way whatever the reason. A check that did not run is among the findings as such.
 *
 * <p>Not checked: that evidence is true (whoever makes an output measures it), free text in titles
 * and definitions, and whether an output was declared (the caller asks only for those).
 */
public final class Gate {
  private final RuleSet rules;
  private final ReleaseLedger ledger;
  private final List<Waiver> waivers;

  private Gate(RuleSet rules, ReleaseLedger ledger, List<Waiver> waivers) {
    this.rules = rules;
    this.ledger = ledger;
    this.waivers = List.copyOf(waivers);
  }

  /** A gate under these rules that knows no earlier release. */
  public static Gate under(RuleSet rules) {
    return new Gate(rules, ReleaseLedger.empty(), List.of());
  }

  /** The same gate, knowing earlier releases. */
  public Gate with(ReleaseLedger releases) {
    return new Gate(rules, releases, waivers);
  }

  /**
   * The same gate, setting aside the soft findings that two checkers waived over exactly the bytes
   * that would leave. A hard finding cannot be waived.
   */
  public Gate with(List<Waiver> agreed) {
    return new Gate(rules, ledger, agreed);
  }

  /**
   * Judges a request. The result depends on nothing but the rules, the ledger and the outputs in
   * their order.
   *
   * @param outputs the outputs, each id once
   * @return one decision per output, in the same order
   * @throws IllegalArgumentException if an id is there twice
   * @throws org.meent.protocols.refusal.RefusalException if two outputs give different figures for
   *     the same cell, or the rule set lacks a limit that every judgement needs
   */
  public Judgement judge(List<StatisticalOutput> outputs) {
    checkIds(outputs);
    Coarsened request = Coarsened.of(outputs, rules.limit(RuleSet.MINIMUM_UNITS).whole());
    Map<String, List<Finding>> populations = new LinkedHashMap<>();
    PopulationChecks checks = new PopulationChecks(rules, ledger, outputs);
    outputs.forEach(output -> populations.put(output.id(), checks.of(output)));
    Map<String, Decision> decisions = new LinkedHashMap<>();
    List<StatisticalOutput> left = new ArrayList<>();
    for (StatisticalOutput output : request.outputs()) {
      List<Finding> found = populations.getOrDefault(output.id(), List.of());
      if (worst(found) == Verdict.FAIL) {
        decisions.put(output.id(), new Decision.Refusal(output.id(), found));
      } else {
        left.add(output);
      }
    }
    List<ReleaseLedger.Entry> counts = protect(left, request.changes(), populations, decisions);
    return new Judgement(
        rules.id(),
        rules.version(),
        outputs.stream().map(output -> decisions.get(output.id())).toList(),
        counts);
  }

  /**
   * Judges a model card by what was let through of the request that it speaks of.
   *
   * @param judged what was said of the other outputs
   * @return the same with what is said of the card
   * @throws IllegalArgumentException if an output has its id
   */
  public static Judgement judge(ModelCard card, Judgement judged) {
    if (judged.decisions().stream().anyMatch(one -> one.output().equals(card.id()))) {
      throw new IllegalArgumentException("output " + card.id() + " is there twice");
    }
    return judged.with(CardRule.judge(card, judged));
  }

  private static void checkIds(List<StatisticalOutput> outputs) {
    Set<String> ids = new HashSet<>();
    for (StatisticalOutput output : outputs) {
      if (!ids.add(output.id())) {
        throw new IllegalArgumentException("output " + output.id() + " is there twice");
      }
    }
  }

  private List<ReleaseLedger.Entry> protect(
      List<StatisticalOutput> left,
      Map<String, List<Finding>> coarser,
      Map<String, List<Finding>> populations,
      Map<String, Decision> decisions) {
    SensitiveCells sensitive = new SensitiveCells(rules);
    while (!left.isEmpty()) {
      try {
        Protection protection = Protection.of(left, sensitive);
        EstimateRows estimates = EstimateRows.of(left, rules, sensitive, protection);
        Judging judging = new Judging(rules, sensitive, protection);
        ReleasedText text = new ReleasedText(judging, estimates);
        List<ReleaseLedger.Entry> counts =
            left.stream().map(output -> LedgerChecks.entry(output, protection, estimates)).toList();
        Map<String, List<Finding>> earlier = LedgerChecks.of(ledger, counts, rules);
        for (StatisticalOutput output : left) {
          OutputFindings found = OutputFindings.of(output, left, judging, estimates);
          List<Finding> findings = new ArrayList<>(found.findings());
          findings.addAll(populations.getOrDefault(output.id(), List.of()));
          findings.addAll(earlier.getOrDefault(output.id(), List.of()));
          List<Finding> changes = new ArrayList<>(coarser.getOrDefault(output.id(), List.of()));
          changes.addAll(found.changes());
          decisions.put(output.id(), decide(text.of(output), changes, findings));
        }
        return counts;
      } catch (Unprotectable none) {
        StatisticalOutput output = shows(none.cell(), left);
        left.remove(output);
        decisions.put(
            output.id(),
            new Decision.Refusal(
                output.id(),
                List.of(
                    Finding.of(
                        "protection",
                        Verdict.FAIL,
                        output.id() + ": " + none.cell().subject(),
                        "unprotectable"))));
      }
    }
    return List.of();
  }

  /** The last output that shows a cell; the last one at all for a cell that none shows. */
  private static StatisticalOutput shows(CellKey cell, List<StatisticalOutput> left) {
    for (StatisticalOutput output : left.reversed()) {
      boolean space = cell.space().contains(" " + output.population().id());
      if (space || RequestCells.shown(output).contains(cell)) {
        return output;
      }
    }
    return left.getLast();
  }

  private Decision decide(Releasable releasable, List<Finding> changes, List<Finding> findings) {
    List<Finding> all = new ArrayList<>(changes);
    all.addAll(findings);
    String id = releasable.id();
    if (!ReleasedText.showsAnything(releasable)) {
      all.add(Finding.of("protection", Verdict.FAIL, id, "nothing-left"));
      return new Decision.Refusal(id, all);
    }
    List<Waiver> used = waivers(releasable, findings);
    List<Finding> standing =
        findings.stream()
            .filter(f -> !f.soft() || used.stream().noneMatch(w -> w.rule().equals(f.rule())))
            .toList();
    Releasable waived = releasable.with(used);
    return switch (worst(standing)) {
      case FAIL -> new Decision.Refusal(id, all);
      case REVIEW ->
          new Decision.Referral(id, releasable.digest(), releasable.table(), changes, findings);
      case PASS, NOT_RUN ->
          changes.isEmpty()
              ? new Decision.Release(waived, findings)
              : new Decision.Protected(waived, changes, findings);
    };
  }

  /** The waivers that set aside a soft finding on exactly what would leave. */
  private List<Waiver> waivers(Releasable releasable, List<Finding> findings) {
    if (waivers.isEmpty()) {
      return List.of();
    }
    String content = releasable.digest();
    return waivers.stream()
        .filter(
            waiver ->
                findings.stream()
                    .filter(Finding::soft)
                    .anyMatch(f -> waiver.covers(releasable.id(), content, f.rule())))
        .toList();
  }

  private static Verdict worst(List<Finding> findings) {
    Set<Verdict> verdicts = new HashSet<>();
    findings.forEach(finding -> verdicts.add(finding.verdict()));
    return verdicts.contains(Verdict.FAIL)
        ? Verdict.FAIL
        : verdicts.contains(Verdict.REVIEW) ? Verdict.REVIEW : Verdict.PASS;
  }
}
