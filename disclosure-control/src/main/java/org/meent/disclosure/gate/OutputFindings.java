// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.RowOutput;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/** Says what was left out of one output and what the other checks on it found. */
final class OutputFindings {
  private static final String PROTECTION = "protection";
  private static final int NAMED = 12;

  private final Judging judging;
  private final RuleSet rules;
  private final long minimum;
  private final Protection protection;
  private final EstimateRows estimates;
  private final StatisticalOutput output;
  private final List<Finding> changes = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<CellKey> secondary = new java.util.LinkedHashSet<>();

  private OutputFindings(Judging judging, EstimateRows estimates, StatisticalOutput output) {
    this.judging = judging;
    rules = judging.rules();
    minimum = judging.minimum();
    protection = judging.protection();
    this.estimates = estimates;
    this.output = output;
  }

  static OutputFindings of(
      StatisticalOutput output,
      List<StatisticalOutput> together,
      Judging judging,
      EstimateRows estimates) {
    OutputFindings of = new OutputFindings(judging, estimates, output);
    of.counts();
    switch (output) {
      case FrequencyTable table -> of.frequencies(table);
      case MagnitudeTable table -> of.means(table);
      case EstimateTable table -> of.rows(table);
      case FlowOutput flow -> of.pass(PROTECTION, "flow.balance");
      case RowOutput rows -> of.judged(rows);
    }
    of.secondaries();
    of.standards();
    of.rounding();
    List<String> others =
        together.stream().map(StatisticalOutput::id).filter(id -> !id.equals(output.id())).toList();
    if (!others.isEmpty()) {
      of.pass(PROTECTION, "linked", String.join(", ", others));
    }
    return of;
  }

  List<Finding> changes() {
    return changes;
  }

  List<Finding> findings() {
    return findings;
  }

  private Set<CellKey> shown() {
    Set<CellKey> shown = new java.util.LinkedHashSet<>(RequestCells.shown(output));
    shown.add(RequestCells.total(output.population()));
    return shown;
  }

  private void counts() {
    List<CellKey> few = new ArrayList<>();
    List<CellKey> zeros = new ArrayList<>();
    for (CellKey key : shown()) {
      if (protection.smallCount(key)) {
        (protection.zero(key) ? zeros : few).add(key);
      } else if (protection.hidesCount(key)) {
        secondary.add(key);
      }
    }
    if (few.isEmpty()) {
      pass(RuleSet.MINIMUM_UNITS, "threshold.pass", minimum);
    }
    change(RuleSet.MINIMUM_UNITS, few, "threshold.suppressed", few.size(), minimum);
    change("zeros", zeros, "zeros.suppressed", zeros.size());
  }

  private void frequencies(FrequencyTable table) {
    rules
        .find(RuleSet.GROUP_DISCLOSURE)
        .ifPresentOrElse(
            limit -> {
              List<Finding> found = new GroupDisclosure(limit, minimum, protection).of(table);
              findings.addAll(found);
              if (found.isEmpty()) {
                pass(RuleSet.GROUP_DISCLOSURE, "group.pass", limit.value().toPlainString());
              }
            },
            () -> notStated(RuleSet.GROUP_DISCLOSURE));
  }

  private void means(MagnitudeTable table) {
    SequencedMap<String, List<CellKey>> byRule = new LinkedHashMap<>();
    for (TablePlace place : TablePlace.of(table.rows(), table.columns())) {
      CellKey sum = RequestCells.sum(table, place);
      CellKey units = RequestCells.units(table, place.codes());
      String reason = protection.reason(sum);
      MagnitudeCell cell = place.cell(table.evidence().cells());
      if (!reason.isEmpty() && cell.units() >= minimum) {
        byRule.computeIfAbsent(reason, r -> new ArrayList<>()).add(sum);
      } else if (reason.isEmpty()
          && protection.hidesMean(table.measure(), sum, units)
          && !protection.smallCount(units)) {
        secondary.add(sum);
      }
    }
    List<CellKey> zero = byRule.getOrDefault(SensitiveCells.ALL_ZERO, List.of());
    change(SensitiveCells.ALL_ZERO, zero, "all-zero.suppressed", zero.size());
    for (String rule : List.of(RuleSet.DOMINANCE_1, RuleSet.DOMINANCE_2, RuleSet.P_PERCENT)) {
      List<CellKey> cells = byRule.getOrDefault(rule, List.of());
      if (rules.find(rule).isEmpty()) {
        notStated(rule);
      } else if (cells.isEmpty()) {
        pass(rule, "dominance.pass", rule);
      } else {
        change(rule, cells, "dominance.suppressed", cells.size(), rule);
      }
    }
  }

  private void rows(EstimateTable table) {
    EnumMap<EstimateRows.Reason, List<String>> hidden = new EnumMap<>(EstimateRows.Reason.class);
    TreeSet<String> refused = new TreeSet<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Estimate row = table.rows().get(i);
      String name =
          row.method()
              + " "
              + row.estimand()
              + " "
              + row.arm()
              + ": "
              + CellKey.subject(row.group());
      if (row.result() instanceof Estimate.Refused) {
        refused.add(name);
      } else {
        estimates
            .hidden(table, i)
            .ifPresent(reason -> hidden.computeIfAbsent(reason, r -> new ArrayList<>()).add(name));
      }
    }
    for (Map.Entry<EstimateRows.Reason, List<String>> entry : hidden.entrySet()) {
      changes.add(
          Finding.of(
              rule(entry.getKey()),
              Verdict.FAIL,
              subject(entry.getValue()),
              "rows." + entry.getKey().name(),
              entry.getValue().size(),
              minimum));
    }
    if (!refused.isEmpty()) {
      findings.add(
          Finding.of(
              "estimand",
              Verdict.PASS,
              subject(List.copyOf(refused)),
              "estimate.refused",
              refused.size()));
    }
    models(hidden.keySet());
  }

  private void judged(RowOutput rows) {
    Reading reading = RowRule.of(rows).read(judging);
    changes.addAll(RowFindings.changes(reading, protection, this::subject));
    findings.addAll(RowFindings.findings(reading, protection, this::subject, output.id()));
  }

  private void models(Set<EstimateRows.Reason> hidden) {
    if (rules.find(RuleSet.DEGREES_OF_FREEDOM).isEmpty()) {
      notStated(RuleSet.DEGREES_OF_FREEDOM);
    } else if (!hidden.contains(EstimateRows.Reason.DEGREES_OF_FREEDOM)) {
      pass(
          RuleSet.DEGREES_OF_FREEDOM,
          "df.pass",
          rules.limit(RuleSet.DEGREES_OF_FREEDOM).value().toPlainString());
    }
    if (!hidden.contains(EstimateRows.Reason.ONE_RECORD)
        && !hidden.contains(EstimateRows.Reason.SATURATED)) {
      pass("model", "model.pass", minimum);
    }
    findings.add(Finding.of("model", Verdict.NOT_RUN, output.id(), "model.not-run"));
  }

  private static String rule(EstimateRows.Reason reason) {
    return switch (reason) {
      case UNITS -> RuleSet.MINIMUM_UNITS;
      case DEGREES_OF_FREEDOM -> RuleSet.DEGREES_OF_FREEDOM;
      case ONE_RECORD, SATURATED -> "model";
      case MEAN, GROUPS -> PROTECTION;
    };
  }

  private void secondaries() {
    change(PROTECTION, List.copyOf(secondary), "secondary.suppressed", secondary.size());
  }

  private void standards() {
    Set<CellKey> mine = new java.util.LinkedHashSet<>(shown());
    RequestCells.sums(output).forEach(sum -> mine.add(sum.key()));
    mine.retainAll(protection.exactOnly());
    if (!mine.isEmpty()) {
      findings.add(
          Finding.of(
              PROTECTION, Verdict.REVIEW, cells(List.copyOf(mine)), "exact-only", mine.size()));
    }
    if (!changes.isEmpty() && !protection.holdsForInsiders()) {
      findings.add(Finding.of(PROTECTION, Verdict.REVIEW, output.id(), "insiders"));
    }
  }

  private void rounding() {
    rules
        .find(RuleSet.ROUNDING_BASE)
        .ifPresent(
            limit ->
                findings.add(
                    Finding.of(
                        RuleSet.ROUNDING_BASE,
                        limit.verdict(),
                        output.id(),
                        "rounding.not-done",
                        limit.value().toPlainString())));
  }

  private void notStated(String rule) {
    findings.add(Finding.of(rule, Verdict.NOT_RUN, output.id(), "not-stated", rules.id(), rule));
  }

  private void pass(String rule, String code, Object... args) {
    findings.add(Finding.of(rule, Verdict.PASS, output.id(), code, args));
  }

  private void change(String rule, List<CellKey> cells, String code, Object... args) {
    if (!cells.isEmpty()) {
      changes.add(Finding.of(rule, Verdict.FAIL, cells(cells), code, args));
    }
  }

  private String cells(List<CellKey> cells) {
    return subject(cells.stream().map(CellKey::subject).distinct().toList());
  }

  private String subject(List<String> names) {
    String more = names.size() > NAMED ? "; … (" + names.size() + ")" : "";
    return output.id()
        + ": "
        + names.stream().limit(NAMED).collect(Collectors.joining("; "))
        + more;
  }
}
