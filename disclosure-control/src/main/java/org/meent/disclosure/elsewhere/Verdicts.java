// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.disclosure.gate.Decision;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.repair.Advised;
import org.meent.disclosure.repair.Repair;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Verdict;

/** From what the gate decided to the verdict on a file, which shows what it shows. */
final class Verdicts {
  private static final String MERGED = "survival.merged";

  private final Advised advised;

  Verdicts(Advised advised) {
    this.advised = advised;
  }

  Checked of(Sheets.Source source, Reading reading) {
    List<Finding> findings = new ArrayList<>(reading.findings());
    List<Repair> repairs = new ArrayList<>();
    boolean recomputed = false;
    switch (reading) {
      case Reading.Whole whole -> {
        recomputed = whole.evidence() == Reading.Origin.RECORDS;
        judged(whole, findings);
        if (worst(findings) != Verdict.PASS) {
          repairs.addAll(advised.of(whole.id()));
        }
        findings.add(evidence(whole));
      }
      case Reading.Partial partial -> {}
    }
    return new Checked(
        source.file(),
        reading.id(),
        reading.kind(),
        worst(findings),
        recomputed,
        source.made(),
        findings,
        repairs);
  }

  /** Adds what the gate found; what it left out is a failure unless the file leaves it out too. */
  private void judged(Reading.Whole whole, List<Finding> findings) {
    Decision decision =
        advised.judgement().decisions().stream()
            .filter(d -> d.output().equals(whole.id()))
            .findFirst()
            .orElseThrow();
    Optional<Block.Table> rest =
        switch (decision) {
          case Decision.Protected changed -> Optional.of(changed.releasable().table());
          case Decision.Referral referral -> Optional.of(referral.table());
          case Decision.Release release -> Optional.empty();
          case Decision.Refusal refusal -> Optional.empty();
        };
    if (rest.isPresent() && !decision.changes().isEmpty()) {
      if (!remade(decision) && Spot.marked(rest.get(), whole)) {
        findings.add(
            Elsewhere.finding(Verdict.PASS, Elsewhere.EVIDENCE, whole.id(), "elsewhere.left-out"));
      } else {
        decision.changes().stream().map(Verdicts::mustGo).forEach(findings::add);
      }
    }
    decision.findings().stream()
        .filter(
            finding ->
                finding.verdict() != Verdict.PASS || !whole.unknown().contains(finding.code()))
        .map(finding -> finding.verdict() == Verdict.FAIL ? mustGo(finding) : finding)
        .forEach(findings::add);
  }

  /** Whether the gate made other figures of it, which no file can show already. */
  private static boolean remade(Decision decision) {
    return decision.changes().stream().anyMatch(change -> change.code().equals(MERGED));
  }

  /** What the gate left out stands in the file. */
  private static Finding mustGo(Finding change) {
    if (change.code().equals(MERGED)) {
      return Elsewhere.finding(
          Verdict.FAIL,
          change.rule(),
          change.subject(),
          "elsewhere.steps",
          change.args().get(0),
          change.args().get(1),
          change.args().get(2));
    }
    boolean counts = change.code().startsWith("rows.") || change.code().endsWith(".suppressed");
    return counts
        ? Elsewhere.finding(
            Verdict.FAIL,
            change.rule(),
            change.subject(),
            "elsewhere.must-go",
            change.args().getFirst(),
            change.rule())
        : change;
  }

  private static Finding evidence(Reading.Whole whole) {
    return switch (whole.evidence()) {
      case RECORDS ->
          Elsewhere.finding(Verdict.PASS, Elsewhere.EVIDENCE, whole.id(), "elsewhere.recomputed");
      case FILE ->
          Elsewhere.finding(
              Verdict.REVIEW, Elsewhere.EVIDENCE, whole.id(), "elsewhere.not-measured");
    };
  }

  private static Verdict worst(List<Finding> findings) {
    Set<Verdict> verdicts = new HashSet<>();
    findings.forEach(finding -> verdicts.add(finding.verdict()));
    return verdicts.contains(Verdict.FAIL)
        ? Verdict.FAIL
        : verdicts.contains(Verdict.REVIEW) ? Verdict.REVIEW : Verdict.PASS;
  }
}
